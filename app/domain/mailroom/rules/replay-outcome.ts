import type { MailRuleActions, MailRuleDecision } from "../mail-rules";
import type { TracedFacts } from "../mail-trace";

/** What becomes of a mail under one list of rules, as far as rules decide it. */
export type ReplayOutcome = {
  result: "new" | "join" | "link" | "appended" | "filed" | "held" | "discarded";
  /** Of a new ticket: the rules', else that of the address. */
  queueId: string | null;
} & Pick<
  MailRuleActions,
  | "priority"
  | "typeId"
  | "tags"
  | "assigneeId"
  | "followerIds"
  | "fields"
  | "answer"
  | "forwardTo"
  | "appendTo"
  | "file"
>;

/** Who keeps a mail out of tickets gets neither queue nor fields; a mail that joins a ticket changes nothing of it. */
export function outcomeOf(
  { actions }: MailRuleDecision,
  thread: TracedFacts["thread"],
  addressQueueId: string | null,
): ReplayOutcome {
  const result = resultOf(actions, thread);
  const opens = result === "new" || result === "link";
  const kept = opens || result === "join" || result === "appended";
  return {
    result,
    queueId: opens ? (actions.queueId ?? addressQueueId) : null,
    priority: opens ? actions.priority : null,
    typeId: opens ? actions.typeId : null,
    assigneeId: opens ? actions.assigneeId : null,
    fields: opens ? actions.fields : [],
    answer: opens ? actions.answer : null,
    tags: kept ? actions.tags.toSorted() : [],
    followerIds: kept ? actions.followerIds.toSorted() : [],
    forwardTo: actions.forwardTo.toSorted(),
    appendTo: result === "appended" ? actions.appendTo : null,
    file: result === "filed" ? actions.file : null,
  };
}

function resultOf(actions: MailRuleActions, thread: TracedFacts["thread"]): ReplayOutcome["result"] {
  if (actions.discard) return "discarded";
  if (actions.quarantine) return "held";
  if (actions.file) return "filed";
  return actions.appendTo !== null && thread !== "join" ? "appended" : thread;
}

export const sameOutcome = (a: ReplayOutcome, b: ReplayOutcome): boolean => JSON.stringify(a) === JSON.stringify(b);
