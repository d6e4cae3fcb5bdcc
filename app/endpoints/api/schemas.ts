import { z } from "zod";
import { SLA_KINDS } from "~/domain/sla/schema";
import { MAX_SUBJECT, MAX_TEXT } from "~/domain/tickets/schema";
import { PRIORITIES, SEND_MODES, STATES } from "~/domain/tickets/states";

// One set of schemas validates requests, types answers and makes the OpenAPI document.

export const instant = z.iso.datetime().describe("Instant in UTC, RFC 3339");
export const id = z.uuid();
const person = z.object({ id, name: z.string(), email: z.string().nullable() });
const subject = z.string().trim().min(1).max(MAX_SUBJECT);
const text = z.string().trim().min(1).max(MAX_TEXT);
const tags = z.array(z.string().trim().min(1).max(40)).max(30);
const channel = z.enum(["portal", "mail", "agent", "api"]);

export const ticket = z
  .object({
    number: z.int(),
    id,
    subject: z.string(),
    state: z.enum(STATES),
    priority: z.enum(PRIORITIES),
    channel,
    queue: z.object({ id, name: z.string() }),
    requester: person,
    assignee: z.object({ id, name: z.string() }).nullable(),
    organization: z.object({ id, name: z.string() }).nullable(),
    tags: z.array(z.string()),
    locale: z.string(),
    messageCount: z.int(),
    createdAt: instant,
    updatedAt: instant,
    firstReplyAt: instant.nullable(),
    waitingSince: instant.nullable().describe("First customer message without an answer"),
    solvedAt: instant.nullable(),
    dueAt: instant.nullable().describe("Next due time, or the one that passed unmet; for staff, like what follows"),
    dueKind: z.enum(SLA_KINDS).nullable(),
    clockPaused: z.boolean().describe("There are targets and all of them stand still"),
    waitReason: z.string().nullable().describe("Why nobody has it"),
    contract: z.object({ id, name: z.string() }).nullable(),
    url: z.url(),
  })
  .meta({ id: "Ticket" });

export const attachment = z
  .object({ id, name: z.string(), type: z.string(), size: z.int(), url: z.url() })
  .meta({ id: "Attachment" });

export const message = z
  .object({
    id,
    kind: z.enum(["public", "note"]),
    side: z.enum(["customer", "agent", "system"]),
    channel,
    author: z.object({ id, name: z.string() }).nullable(),
    text: z.string(),
    html: z.string().nullable().describe("Sanitised"),
    automatic: z.boolean(),
    sentAt: instant,
    editedAt: instant.nullable(),
    attachments: z.array(attachment),
  })
  .meta({ id: "Message" });

export const event = z
  .object({
    id,
    type: z.string().describe("For instance ticket.opened, ticket.state_changed"),
    at: instant,
    actorKind: z.enum(["person", "system", "rule", "anonymous"]),
    actorId: id.nullable(),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: "Event" });

/** A page of a list. */
export const page = <S extends z.ZodType>(item: S) =>
  z.object({ items: z.array(item), next: z.string().nullable().describe("Cursor of the next page; null at the end") });

export const ticketPage = page(ticket).meta({ id: "TicketPage" });
export const messagePage = page(message).meta({ id: "MessagePage" });
export const eventPage = page(event).meta({ id: "EventPage" });

export const cursor = z.string().max(200).optional().describe("`next` of the page before");
export const ticketQuery = z.object({
  state: z.enum(STATES).optional(),
  queueId: id.optional(),
  updatedSince: instant.optional(),
  dueBefore: instant.optional().describe("Open tickets that are due earlier; for staff"),
  sort: z
    .enum(["updated", "due"])
    .default("updated")
    .describe("due: open tickets with a due time, the soonest first; for staff"),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor,
});
export const cursorQuery = z.object({ cursor });
export const ticketParams = z.object({ number: z.coerce.number().int().positive() });

export const openTicketBody = z
  .object({
    requester: z.object({ email: z.email().max(254), name: z.string().trim().max(120).optional() }),
    subject,
    text,
    kind: z.enum(["public", "note"]).default("public").describe("public mails the text to the requester"),
    cc: z.array(z.email().max(254)).max(50).default([]),
    queueId: id,
    typeId: id.optional(),
    priority: z.enum(PRIORITIES).optional(),
    tags: tags.optional(),
    key: id.optional().describe("Idempotency key: a repeat returns the first ticket"),
  })
  .meta({ id: "OpenTicket" });

export const replyBody = z
  .object({
    kind: z.enum(["public", "note"]).default("public").describe("Notes are for staff only"),
    text,
    cc: z.array(z.email().max(254)).max(50).default([]),
    mode: z.enum(SEND_MODES).default("wait").describe("State after a public reply of staff"),
    key: id.optional().describe("Idempotency key: a repeat returns the first message"),
  })
  .meta({ id: "Reply" });

export const changeBody = z
  .object({
    subject: subject.optional(),
    state: z.enum(STATES).optional(),
    snoozeUntil: instant.optional().describe("With state snoozed"),
    priority: z.enum(PRIORITIES).optional(),
    queueId: id.optional(),
    assigneeId: id.nullable().optional(),
    typeId: id.nullable().optional(),
    tags: tags.optional(),
  })
  .meta({ id: "ChangeTicket" });

const ticketNumber = z.int().positive();
export const mergeBody = z.object({ into: ticketNumber.describe("The ticket that stays") }).meta({ id: "Merge" });
export const unmergeBody = z
  .object({ into: ticketNumber.optional().describe("The target as last read; 409 when it is another by now") })
  .meta({ id: "Unmerge" });

export const messageRef = z.object({ number: z.int(), messageId: id }).meta({ id: "MessageRef" });

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    errors: z.record(z.string(), z.string()).optional().describe("A text per field"),
  })
  .meta({ id: "Problem", description: "RFC 9457" });

export type Ticket = z.input<typeof ticket>;
export type Message = z.input<typeof message>;
