import { z } from "zod";
import { MAX_SUBJECT, MAX_TEXT } from "./limits";
import { PRIORITIES, SEND_MODES, STATES } from "./states";

export { MAX_SUBJECT, MAX_TEXT };

const subject = z
  .string({ error: "tickets:error.subject" })
  .trim()
  .min(1, "tickets:error.subject")
  .max(MAX_SUBJECT, "common:error.tooLong");
const text = z
  .string({ error: "tickets:error.text" })
  .trim()
  .min(1, "tickets:error.text")
  .max(MAX_TEXT, "common:error.tooLong");
const id = z.uuid("common:error.invalid");
const many = <S extends z.ZodType>(item: S) =>
  z.preprocess((v) => (v === undefined || v === "" ? [] : Array.isArray(v) ? v : [v]), z.array(item).max(50));
const addressList = z.preprocess(
  (v) => (typeof v === "string" ? v.split(/[\s,;]+/).filter(Boolean) : (v ?? [])),
  z.array(z.email("common:error.email")).max(50),
);

/** The portal's form. `formId` makes a double click one ticket. */
export const openTicketForm = z.object({
  formId: id.optional(),
  typeId: id.optional(),
  subject,
  text,
  cc: addressList,
  files: many(id),
});

/** Somebody not signed in: the ticket waits until the address is confirmed. */
export const openTicketAsGuestForm = openTicketForm.extend({
  name: z.string({ error: "common:error.required" }).trim().min(1, "common:error.required").max(120),
  email: z.email("common:error.email").max(254),
});

/** A customer's answer on the portal. */
export const customerReplyForm = z.object({ formId: id.optional(), text, files: many(id) });

/** An agent opens a ticket for a customer. `send` mails the text to the customer, else it is an internal note. */
export const openForCustomerForm = z.object({
  formId: id.optional(),
  email: z.email("common:error.email").max(254),
  name: z.string().trim().max(120).default(""),
  queueId: id,
  typeId: id.optional(),
  priority: z.enum(PRIORITIES).default("normal"),
  subject,
  text,
  cc: addressList,
  files: many(id),
  tags: many(z.string().trim().min(1).max(40)),
  kind: z.enum(["public", "note"]).default("public"),
  /** Set when the agent was told that the address gets no mail and opens it all the same. */
  confirmed: z.stringbool().optional(),
});

/** What an agent writes below a ticket. `seenAt` is the newest message the agent had on screen. */
export const composeForm = z.object({
  formId: id.optional(),
  kind: z.enum(["public", "note"]),
  text,
  cc: addressList,
  files: many(id),
  mode: z.enum(SEND_MODES).default("wait"),
  seenAt: z.coerce.date().optional(),
  /** Set when the agent was warned of a newer message and sends all the same. */
  confirmed: z.stringbool().optional(),
});

/** Any of a ticket's fields; what is absent stays. An empty assignee means nobody. */
export const changeTicketForm = z.object({
  subject: subject.optional(),
  statusId: id.optional(),
  state: z.enum(STATES).optional(),
  priority: z.enum(PRIORITIES).optional(),
  queueId: id.optional(),
  typeId: id.nullable().optional(),
  assigneeId: id.nullable().optional(),
  tags: z.array(z.string().trim().min(1).max(40)).max(30).optional(),
  assetId: id.nullable().optional(),
  contractId: id.nullable().optional(),
  snoozeUntil: z.coerce.date().optional(),
});

export const mergeForm = z.object({ into: z.coerce.number({ error: "tickets:error.number" }).int().positive() });

/** `into` is the target that the reader saw; another one by now is a conflict. */
export const unmergeForm = mergeForm.partial();

export const draftForm = z.object({
  formId: id.optional(),
  kind: z.enum(["public", "note"]),
  text: z.string().max(MAX_TEXT).default(""),
  cc: addressList,
  files: many(id),
});

export type OpenTicketForm = z.output<typeof openTicketForm>;
export type OpenTicketAsGuestForm = z.output<typeof openTicketAsGuestForm>;
export type OpenForCustomerForm = z.output<typeof openForCustomerForm>;
export type CustomerReplyForm = z.output<typeof customerReplyForm>;
export type ComposeForm = z.output<typeof composeForm>;
export type ChangeTicketForm = z.output<typeof changeTicketForm>;
export type DraftForm = z.output<typeof draftForm>;
