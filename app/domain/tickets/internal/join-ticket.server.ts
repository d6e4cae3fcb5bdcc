import type { NewAttachment } from "~/domain/files/new-attachment";
import { takeUploads } from "~/domain/files/take-uploads.server";
import { newId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { recordEvent } from "~/platform/events.server";
import { prepared } from "~/platform/prepared.server";
import { takeRateLimit } from "~/platform/rate-limit.server";
import { type MessageBody, snippetOf, storable } from "../message-body";
import { type Channel, isOpen, stateAfterCustomer, type TicketState } from "../states";
import { type Addressees, insertMessage, isAddressee } from "./insert-message.server";
import type { LockedTicket } from "./locked-ticket.server";
import { addresseesOf, listRecipients, mailMessage } from "./mail-message.server";
import { addParticipants } from "./participants.server";
import type { JoiningFacts } from "./read-joining-facts.server";
import { columnsForState } from "./state-columns.server";
import { settleTickets } from "./settle-tickets.server";
import { touchTicket } from "./touch-ticket.server";

export type CustomerMessage = {
  ticketId: string;
  authorId: string;
  body: MessageBody;
  channel: Channel;
  attachments?: readonly NewAttachment[];
  /** The actor's own uploads, taken in the same transaction. */
  uploadIds?: readonly string[];
  /** Whom the author put in To or Cc. */
  participantIds?: readonly string[];
  /** When it reached us; never later than now. */
  sentAt?: Date | null;
  /** From when on the customer waits for an answer, where it is not `sentAt`: nobody could answer what was held. */
  waitsFrom?: Date | null;
  inboundId?: string | null;
  rule?: string | null;
  automatic?: boolean;
  /** Words of somebody whom nobody has asked in: neither the author nor whom they wrote to takes part by them. */
  outsider?: boolean;
  marked?: boolean;
  addressees?: Addressees | null;
  /** The form's id: a repeat changes nothing. */
  messageId?: string | null;
};

/** Mails that reopen one ticket in an hour; two machines that answer each other end here. */
const REOPENINGS_AN_HOUR = 5;
const HOUR = 3_600;

/** Writes a customer's message on a locked ticket that can take it, with its move, facts, events and mails. */
export async function joinTicket(
  ctx: Ctx,
  ticket: LockedTicket,
  message: CustomerMessage & { messageId: string },
  facts: JoiningFacts,
): Promise<void> {
  const { messageId, authorId, channel, body, automatic = false } = message;
  const at = message.sentAt && message.sentAt < ctx.now ? message.sentAt : ctx.now;
  const since = message.waitsFrom ?? at;
  const to = automatic ? ticket.state : await nextState(ctx, ticket, message);
  const newcomers = message.outsider ? [] : [...(message.participantIds ?? []), ...(facts.takesPart ? [] : [authorId])];
  const added = await addParticipants(ctx, ticket.id, newcomers);
  const attachments = [...(message.attachments ?? []), ...(await takeUploads(ctx, message.uploadIds ?? []))];
  const others = !automatic && (facts.others || added.length) ? await listRecipients(ctx, ticket.id, authorId) : [];
  const recipients = others.filter(({ address }) => !isAddressee(message.addressees, address));

  const { inboundId, rule, marked } = message;
  await insertMessage(ctx, {
    id: messageId,
    ticketId: ticket.id,
    kind: "public",
    side: "customer",
    authorId,
    channel,
    body,
    sentAt: at,
    attachments,
    inboundId,
    rule,
    automatic,
    marked,
    addressees: message.addressees ?? (recipients.length ? addresseesOf(recipients) : null),
  });
  if (to !== ticket.state)
    await ctx.db.ticket.updateMany({ where: { id: ticket.id }, data: columnsForState(ticket, to, ctx.now) });
  await countMessage(ctx, ticket, automatic ? ticket : customerColumns(ticket, since, body.text));
  if (ticket.state === "snoozed" && to !== "snoozed")
    await ctx.db.snooze.deleteMany({ where: { ticketId: ticket.id } });

  const about = { ticketId: ticket.id };
  const reopened = ticket.state === "closed" && to !== "closed" ? { reopened: true as const } : {};
  await recordEvent(ctx, "ticket.customer_replied", about, { channel, messageId, automatic, ...reopened });
  if (to !== ticket.state)
    await recordEvent(ctx, "ticket.state_changed", about, { from: ticket.state, to, cause: "customer" });
  await mailMessage(ctx, ticket, { messageId, side: "customer", authorId, body, attachments }, recipients);
  await settleTickets(ctx, [{ id: ticket.id, before: ticket, at: since }]);
  touchTicket(ctx, ticket);
}

type Columns = { lastCustomerAt: Date | null; waitingSince: Date; snippet?: string };

/** One more message; without a snippet the earlier one stays. */
const countMessage = (ctx: Ctx, { id }: LockedTicket, { lastCustomerAt, waitingSince, snippet }: Columns) =>
  ctx.db.$executeRaw(
    prepared(Prisma.sql`
    update ticket set activity_at = ${ctx.now}, public_at = ${ctx.now}, message_count = message_count + 1,
      last_customer_at = ${lastCustomerAt}, waiting_since = ${waitingSince}, snippet = coalesce(${snippet ?? null}, snippet)
    where id = ${id}::uuid`),
  );

const customerColumns = (ticket: LockedTicket, at: Date, text: string) => ({
  lastCustomerAt: ticket.lastCustomerAt && ticket.lastCustomerAt > at ? ticket.lastCustomerAt : at,
  waitingSince: ticket.waitingSince < at ? ticket.waitingSince : at,
  snippet: snippetOf(storable(text)),
});

/** Solved and closed come back to open, but by mail only so often; then the ticket stays and says why. */
async function nextState(ctx: Ctx, ticket: LockedTicket, message: CustomerMessage): Promise<TicketState> {
  const to = stateAfterCustomer(ticket.state);
  if (isOpen(ticket.state) || message.channel !== "mail") return to;
  if (await takeRateLimit(ctx, `tickets.reopen:${ticket.id}`, REOPENINGS_AN_HOUR, HOUR)) return to;
  await ctx.db.ticketBanner.create({
    data: {
      id: newId(ctx.now.getTime()),
      ticketId: ticket.id,
      code: "limit_reached",
      data: { limit: "reopen", perHour: REOPENINGS_AN_HOUR },
      at: ctx.now,
    },
  });
  return ticket.state;
}
