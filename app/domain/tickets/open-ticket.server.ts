import type { NewAttachment } from "~/domain/files/new-attachment";
import { takeUploads } from "~/domain/files/take-uploads.server";
import type { KeptByHand } from "~/domain/routing/trace";
import { writeRouting } from "~/domain/routing/write-routing.server";
import { conflict, forbidden, notFound } from "~/lib/errors";
import { newId } from "~/lib/id";
import { NEVER } from "~/lib/never";
import { actorPersonId, type Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { type Addressees, insertMessage } from "./internal/insert-message.server";
import { lockFormId } from "./internal/form-id.server";
import { insertTicket } from "./internal/insert-ticket.server";
import { addresseesOf, listRecipients, mailMessage } from "./internal/mail-message.server";
import { mentionAgents } from "./internal/mention-agents.server";
import { type OpeningFacts, readOpeningFacts } from "./internal/read-opening-facts.server";
import { addParticipants } from "./internal/participants.server";
import { recordRouting } from "./internal/record-routing.server";
import { routeOpening } from "./internal/route-opening.server";
import { findOrCreateTags } from "./internal/tags.server";
import { settleTickets } from "./internal/settle-tickets.server";
import { useContract } from "./internal/use-contract.server";
import { touchTicket } from "./internal/touch-ticket.server";
import { type MessageBody, snippetOf, storable } from "./message-body";
import { mayOpenTicket } from "./policy";
import { MAX_SUBJECT } from "./schema";
import { type Channel, type MessageKind, type Priority, stateAfterReply } from "./states";

export type OpenTicketInput = {
  requesterId: string;
  subject: string;
  body: MessageBody;
  channel: Channel;
  /** `public` by default; a note is for the desk alone. */
  kind?: MessageKind;
  /** Who wrote: the requester's side by default. */
  side?: "customer" | "agent";
  /** The requester by default. */
  authorId?: string | null;
  queueId?: string | null;
  /**
   * Addresses of queues that a mail was sent to. `queueId` then follows from them, and rules may choose another; the
   * first one's defaults hold for what nobody chose.
   */
  addresses?: readonly string[];
  /** Where answers come from while it belongs to the ticket's queue; the first of `addresses` by default. */
  address?: string | null;
  /** What a mailroom rule says about the automatic answer: a text's id, or "none". */
  answer?: string | null;
  /** What a mailroom rule chose: routing rules leave it alone. */
  keptByMail?: readonly KeptByHand[];
  typeId?: string | null;
  /** The product it is about. */
  assetId?: string | null;
  priority?: Priority | null;
  tags?: readonly string[];
  attachments?: readonly NewAttachment[];
  /** The actor's own uploads, taken in the same transaction. */
  uploadIds?: readonly string[];
  participantIds?: readonly string[];
  assigneeId?: string | null;
  /** Members of staff who hear of it. */
  followerIds?: readonly string[];
  locale?: string | null;
  /** When it reached us; never later than now. */
  sentAt?: Date | null;
  /** From when on the customer waits for an answer, where it is not `sentAt`: nobody could answer what was held. */
  waitsFrom?: Date | null;
  inboundId?: string | null;
  rule?: string | null;
  automatic?: boolean;
  marked?: boolean;
  addressees?: Addressees | null;
  links?: readonly { toId: string; kind: "follow_up" | "unknown_sender" | "related" }[];
  banners?: readonly { code: string; data: object }[];
  /** The form's id: a repeat answers with the first ticket. */
  messageId?: string | null;
};

export type OpenedTicket = {
  ticketId: string;
  number: number;
  messageId: string;
  created: boolean;
  queueId: string;
};

/**
 * Opens a ticket with its first message. Queue: the given one, else what the rules choose, else the type's, else the
 * first; the priority likewise. A public message by an agent counts as a reply and is mailed to the requester. A second call with the same `messageId` or `inboundId`
 * changes nothing and answers with the first ticket.
 */
export function openTicket(ctx: Ctx, input: OpenTicketInput): Promise<OpenedTicket> {
  if (!mayOpenTicket(ctx.actor, input.requesterId)) throw forbidden();
  return inTransaction(ctx, async (ctx) => {
    if (input.messageId) await lockFormId(ctx, input.messageId);
    const facts = await readOpeningFacts(ctx, input);
    if (!facts) throw notFound();
    if (facts.repeat) {
      const { authorId, ...first } = facts.repeat;
      // A form's id comes from outside: it must not reveal another person's ticket.
      if (ctx.actor.kind === "person" && authorId !== authorOf(ctx, input)) throw conflict("common:error.409.text");
      return { ...first, created: false };
    }
    if (!facts.queueId) throw conflict("tickets:error.noQueue");
    return writeTicket(ctx, input, { ...facts, queueId: facts.queueId });
  });
}

async function writeTicket(
  ctx: Ctx,
  input: OpenTicketInput,
  facts: OpeningFacts & { queueId: string },
): Promise<OpenedTicket> {
  const { kind = "public", side = "customer", channel, body, automatic = false } = input;
  const at = input.sentAt && input.sentAt < ctx.now ? input.sentAt : ctx.now;
  const since = input.waitsFrom ?? at;
  const messageId = input.messageId ?? newId(ctx.now.getTime());
  const answered = side === "agent" && kind === "public";
  const state = answered ? stateAfterReply[facts.sendMode] : "new";
  const locale = input.locale ?? facts.requesterLocale ?? facts.address?.locale ?? facts.queueLocale;
  const priority = input.priority ?? facts.address?.priority ?? facts.typePriority ?? "normal";
  const routed = await routeOpening(ctx, input, { ...facts, locale, priority });
  const ticket = {
    id: newId(ctx.now.getTime()),
    subject: subjectOf(input.subject),
    requesterId: input.requesterId,
    queueId: routed?.queueId ?? facts.queueId,
    assigneeId: input.assigneeId ?? null,
    locale,
  };
  const number = await insertTicket(ctx, {
    ...ticket,
    organizationId: facts.organizationId,
    typeId: facts.typeId,
    assetId: facts.assetId,
    contractId: (facts.contract?.ended ? null : facts.contract?.id) ?? null,
    state,
    priority: routed?.priority ?? priority,
    channel,
    address: input.address ?? input.addresses?.[0] ?? null,
    customerAt: side === "customer" ? at : null,
    agentAt: answered ? at : null,
    waitingSince: answered ? NEVER : since,
    snippet: kind === "public" ? snippetOf(storable(body.text)) : "",
  });
  const opened = { ...ticket, number };

  await addParticipants(ctx, ticket.id, input.participantIds ?? [], { silent: true });
  const tags = [...(input.tags ?? []), ...(facts.address?.tags ?? []), ...(routed?.tags ?? [])];
  await attachFacts(ctx, ticket.id, { ...input, tags });
  if (routed) await writeRouting(ctx, ticket.id, routed);
  const attachments = [...(input.attachments ?? []), ...(await takeUploads(ctx, input.uploadIds ?? []))];
  const authorId = authorOf(ctx, input);
  const recipients = answered ? await listRecipients(ctx, ticket.id, authorId) : [];
  const addressees = input.addressees ?? (answered ? addresseesOf(recipients) : null);
  const { inboundId, rule, marked } = input;
  await insertMessage(ctx, {
    id: messageId,
    ticketId: ticket.id,
    kind,
    side,
    authorId,
    channel,
    body,
    sentAt: at,
    attachments,
    inboundId,
    rule,
    automatic,
    marked,
    addressees,
  });
  if (kind === "note") await mentionAgents(ctx, messageId, body.text);
  if (facts.contract) await useContract(ctx, ticket.id, facts.contract);

  await recordOpening(ctx, opened, input, messageId);
  if (routed?.ruleIds.length) await recordRouting(ctx, ticket.id, routed);
  await mailMessage(ctx, opened, { messageId, side, authorId, body, attachments }, recipients);
  await settleTickets(ctx, [{ id: ticket.id, before: null }]);
  touchTicket(ctx, opened);
  return { ticketId: ticket.id, number, messageId, created: true, queueId: ticket.queueId };
}

function authorOf(ctx: Ctx, { authorId, side, requesterId }: OpenTicketInput): string | null {
  return authorId ?? (side === "agent" ? actorPersonId(ctx) : requesterId);
}

/** A subject on one line that the column takes; mail without one gets a dash. */
const subjectOf = (raw: string): string =>
  Array.from(storable(raw).replace(/\s+/g, " ").trim()).slice(0, MAX_SUBJECT).join("").trim() || "—";

async function attachFacts(ctx: Ctx, ticketId: string, input: OpenTicketInput): Promise<void> {
  const tagIds = await findOrCreateTags(ctx, input.tags ?? []);
  if (tagIds.length) await ctx.db.ticketTag.createMany({ data: tagIds.map((tagId) => ({ ticketId, tagId })) });
  if (input.followerIds?.length)
    await ctx.db.ticketFollower.createMany({
      data: input.followerIds.map((personId) => ({ ticketId, personId, at: ctx.now })),
      skipDuplicates: true,
    });
  if (input.links?.length)
    await ctx.db.ticketLink.createMany({
      data: input.links.map(({ toId, kind }) => ({ fromId: ticketId, toId, kind, at: ctx.now })),
      skipDuplicates: true,
    });
  if (input.banners?.length)
    await ctx.db.ticketBanner.createMany({
      data: input.banners.map(({ code, data }) => ({
        id: newId(ctx.now.getTime()),
        ticketId,
        code,
        data,
        at: ctx.now,
      })),
    });
}

async function recordOpening(
  ctx: Ctx,
  ticket: { id: string; queueId: string; assigneeId: string | null },
  input: OpenTicketInput,
  messageId: string,
): Promise<void> {
  const { channel, automatic = false, answer } = input;
  const about = { ticketId: ticket.id };
  await recordEvent(ctx, "ticket.opened", about, {
    channel,
    queueId: ticket.queueId,
    messageId,
    automatic,
    ...(answer ? { answer } : {}),
  });
  for (const { toId, kind } of input.links ?? []) await recordEvent(ctx, "ticket.linked", about, { toId, kind });
  if (ticket.assigneeId)
    await recordEvent(ctx, "ticket.assigned", about, {
      from: null,
      to: ticket.assigneeId,
      reason: input.keptByMail ? "mailroom" : "manual",
    });
}
