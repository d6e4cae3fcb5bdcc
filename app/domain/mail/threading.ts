/** Which fact joined a mail to a thread; kept on the message. */
export const THREADING_RULES = ["reply_key", "message_id", "subject"] as const;
export type ThreadingRule = (typeof THREADING_RULES)[number];

/** A reply key found in the mail: what it was issued for, or "forged" when nothing of ours has its shape. */
export type KeyFact =
  | "forged"
  | {
      threadId: string | null;
      /** The person it was mailed to. */
      personId: string | null;
      /** The address it was mailed to, in normal form. */
      recipient: string;
      /** The key was issued to an agent, in a notice. */
      toAgent: boolean;
      /** That notice spoke of a public message. */
      ofPublic?: boolean;
    };

/** Everything the decision reads. Person ids and thread ids are opaque. */
export type ThreadFacts = {
  /** Null for an address nobody knows. */
  sender: { address: string; personId: string | null };
  /** Keys in order of trust: plus-addresses first, then In-Reply-To and References from right to left. */
  keys: readonly KeyFact[];
  /** Threads of stored Message-IDs: References from right to left, then In-Reply-To. */
  stored: readonly string[];
  /** Thread of the `[#number]` in the subject. */
  numbered: string | null;
  /** Thread -> persons who take part in it: requester, participants, colleagues whom sharing shows it. */
  participants: ReadonlyMap<string, ReadonlySet<string>>;
};

export type ThreadVerdict =
  /** Opens a thread of its own. */
  | { kind: "new" }
  /** `personId` speaks on the thread. */
  | { kind: "join"; threadId: string; personId: string }
  /** The agent whom the notice was mailed to answers it; `ofPublic` when it spoke of a public message. */
  | { kind: "agent"; threadId: string; personId: string; ofPublic: boolean }
  /** A sender who does not belong to the thread: a thread of its own, linked. */
  | { kind: "link"; threadId: string };

export type ThreadDecision = { rule: ThreadingRule | null; verdict: ThreadVerdict; forgedKey: boolean };

/**
 * Where a mail belongs. The first fact that names a thread decides: signed reply key, stored Message-ID, number in the
 * subject. It joins only when the sender agrees with it: a key's own recipient, or another participant of the thread.
 * Whoever else holds a key or an id never joins. A forged key counts as none.
 */
export function decideThread(facts: ThreadFacts): ThreadDecision {
  const forgedKey = facts.keys.includes("forged");
  const decide = (rule: ThreadingRule | null, verdict: ThreadVerdict): ThreadDecision => ({ rule, verdict, forgedKey });

  const valid = facts.keys.filter((fact) => fact !== "forged" && fact.threadId !== null) as ValidKey[];
  const first = valid[0];
  if (first) {
    // An answer to all carries the keys of others beside the sender's own.
    const own = valid.find((key) => key.threadId === first.threadId && isRecipient(facts, key));
    return decide("reply_key", own ? judgeRecipient(facts, own) : judgeParticipant(facts, first.threadId));
  }

  const stored = facts.stored[0];
  if (stored !== undefined) return decide("message_id", judgeParticipant(facts, stored));
  if (facts.numbered !== null) return decide("subject", judgeParticipant(facts, facts.numbered));
  return decide(null, { kind: "new" });
}

type ValidKey = Exclude<KeyFact, "forged"> & { threadId: string };

/** An address may have gone to somebody else since: then a notice's key is not theirs to speak with. */
function isRecipient({ sender }: ThreadFacts, key: ValidKey): boolean {
  const moved = key.personId !== null && sender.personId !== null && key.personId !== sender.personId;
  if (key.toAgent && moved) return false;
  return key.recipient === sender.address || (key.personId !== null && key.personId === sender.personId);
}

function judgeRecipient({ sender }: ThreadFacts, key: ValidKey): ThreadVerdict {
  const { threadId, toAgent, ofPublic = false } = key;
  const speaker = sender.personId ?? key.personId;
  if (speaker === null) return { kind: "link", threadId };
  return toAgent
    ? { kind: "agent", threadId, personId: speaker, ofPublic }
    : { kind: "join", threadId, personId: speaker };
}

function judgeParticipant({ sender, participants }: ThreadFacts, threadId: string): ThreadVerdict {
  const belongs = sender.personId !== null && participants.get(threadId)?.has(sender.personId);
  return belongs ? { kind: "join", threadId, personId: sender.personId! } : { kind: "link", threadId };
}
