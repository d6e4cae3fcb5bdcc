/** The automatic mails whose words an administrator may change. */
export const TEXT_KEYS = ["receipt", "out_of_hours", "follow_up", "reopened", "solved"] as const;
export type TextKey = (typeof TEXT_KEYS)[number];

export const isTextKey = (value: string): value is TextKey => TEXT_KEYS.includes(value as TextKey);

const TICKET_VARIABLES = [
  "customer.firstName",
  "customer.name",
  "ticket.number",
  "ticket.subject",
  "ticket.url",
  "queue.name",
  "agent.name",
  "company.name",
  "company.phone",
  "company.email",
  "company.hours",
] as const;

/** The variables that a text may name; `null` asks about the company's own texts. */
export function variablesOf(key: TextKey | null): readonly string[] {
  if (key === "solved") return TICKET_VARIABLES;
  const answering = [...TICKET_VARIABLES, "opening", "replyBy"];
  return key === "follow_up" ? [...answering, "previous.number"] : answering;
}
