import type { BounceReason } from "~/domain/mail/mime/bounce-reasons";
import type { ThreadingRule } from "~/domain/mail/threading";
import type { HoldReason } from "./holds";

/** The numbered stages of every received mail, in order. */
export const MAIL_STAGES = [
  "store",
  "parse",
  "authenticate",
  "automatic",
  "bounce",
  "thread",
  "rules",
  "route",
  "answer",
] as const;
export type MailStage = (typeof MAIL_STAGES)[number];

/** What one stage found. `at` is ISO 8601; `ms` is how long it took. */
type Stage<S extends MailStage, T> = { stage: S; at: string; ms: number } & T;

export type StageEntry =
  | Stage<"parse", { result: "read" | "unreadable"; reason?: string; attachments: number }>
  /** The results stand in the mail's `auth`. `homograph` names the scripts mixed in the sender's domain. */
  | Stage<
      "authenticate",
      { homograph: string | null; spamScore: number | null; spam: boolean; blockedBy: string | null }
    >
  | Stage<"automatic", { result: "no" | "yes"; why: string | null }>
  | Stage<
      "bounce",
      { result: "no" | "bounce" | "feedback"; known: boolean; status: string; reason: BounceReason | null }
    >
  | Stage<
      "thread",
      {
        result: "new" | "join" | "agent" | "link" | "repeat" | "loop" | "filed";
        rule: ThreadingRule | null;
        number: number | null;
        forgedKey: boolean;
      }
    >
  /** `facts` are those that the bytes do not tell: the evaluation can be repeated from them and the version. */
  | Stage<"rules", { version: number; tried: number; matched: { id: string; name: string }[]; facts: TracedFacts }>
  | Stage<
      "route",
      {
        result: "opened" | "joined" | "linked" | "noted" | "replied" | "filed" | "discarded" | "held";
        hold: HoldReason | null;
        queueId: string | null;
      }
    >
  /** What the rules or the address say about the answer; what became of it stands at the outgoing mail. */
  | Stage<"answer", { result: "queued" | "none"; why: "automatic" | "held" | "staff" | "rule" | "address" | null }>;

/** Facts of the mailroom's rules that the bytes alone do not tell. */
export type TracedFacts = {
  known: "customer" | "staff" | "unknown";
  thread: "new" | "join" | "link";
  language: string | null;
  addresses: string[];
};

/** The last run over a mail; `runs` counts it. */
export type MailTrace = { runs: number; stages: StageEntry[] };
