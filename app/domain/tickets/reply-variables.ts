import { variablesIn } from "~/lib/fill-words";

/** What a saved reply may name; each has its meaning in `replies:variable.<name>`. */
export const REPLY_VARIABLES = [
  "customer.name",
  "customer.firstName",
  "customer.organization",
  "ticket.number",
  "ticket.subject",
  "queue.name",
  "agent.name",
  "agent.firstName",
  "company.name",
] as const;
export type ReplyVariable = (typeof REPLY_VARIABLES)[number];

/** The names in a text that are none of these, as they were typed. */
export const unknownVariables = (text: string): string[] =>
  variablesIn(text).filter((name) => !REPLY_VARIABLES.some((known) => known === name));
