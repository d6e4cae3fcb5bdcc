import type { Conditions } from "~/lib/conditions/schema";
import type { Priority } from "~/domain/tickets/states";

/** Fields of a new ticket that a pattern's named captures may fill: `{{name}}` in `value` is the capture `name`. */
export const FILLED_FIELDS = ["subject", "requester", "requesterName", "tag", "asset", "language"] as const;
export type FilledField = (typeof FILLED_FIELDS)[number];

/**
 * What a rule does when its conditions hold. Queue, priority, type, assignee and fields concern a new ticket; a mail that
 * joins one only tags, follows, forwards, files, waits or goes.
 */
export type MailRuleActions = {
  queueId: string | null;
  priority: Priority | null;
  typeId: string | null;
  tags: string[];
  assigneeId: string | null;
  followerIds: string[];
  fields: { field: FilledField; value: string }[];
  /** The template of the automatic answer, "none" for no answer, null as the address says. */
  answer: string | null;
  /** Addresses that get the mail as it came. */
  forwardTo: string[];
  /** A ticket's number that the mail is added to, with `{{captures}}`; a number that does not exist counts as none. */
  appendTo: string | null;
  /** The file of the sender's contact or organization takes the mail, and no ticket opens. */
  file: "contact" | "organization" | null;
  quarantine: boolean;
  discard: boolean;
  /** No later rule is tried. */
  stop: boolean;
};

export type MailRule = { id: string; name: string; enabled: boolean; conditions: Conditions; actions: MailRuleActions };

/**
 * The ordered list of rules as one version says it. Version 0 is no rules at all. `gone` are the ids of queues, types,
 * people and templates that rules name and that may no longer be given to a ticket.
 */
export type MailRuleSet = { version: number; rules: MailRule[]; gone?: ReadonlySet<string> };

/**
 * What the rules say about one mail. The first rule that names a queue, priority, type, assignee, answer, ticket or file
 * decides it; tags, followers, forwards and fields add up (a field's first value stays); quarantine and discard end it.
 */
export type MailRuleDecision = {
  version: number;
  tried: number;
  matched: { id: string; name: string; captures: Record<string, string> }[];
  /** As a rule's actions, with captures filled in. `decidedBy` says which rule decided a part, or was the first to add to it. */
  actions: MailRuleActions;
  decidedBy: Partial<Record<keyof MailRuleActions, string>>;
};
