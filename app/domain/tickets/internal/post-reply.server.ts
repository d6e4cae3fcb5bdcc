import type { NewAttachment } from "~/domain/files/new-attachment";
import { takeUploads } from "~/domain/files/take-uploads.server";
import { NEVER } from "~/lib/never";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import "../events";
import { snippetOf, storable } from "../message-body";
import { type Channel, type SendMode, stateAfterReply, type TicketState } from "../states";
import { insertMessage } from "./insert-message.server";
import type { LockedTicket } from "./locked-ticket.server";
import { addresseesOf, listRecipients, mailMessage } from "./mail-message.server";
import { addParticipants, findPeopleBehind } from "./participants.server";
import { columnsForState, unansweredSince } from "./state-columns.server";
import { settleTickets } from "./settle-tickets.server";
import { touchTicket } from "./touch-ticket.server";

export type Reply = {
  id: string;
  agentId: string;
  text: string;
  cc: readonly string[];
  uploadIds: readonly string[];
  mode: SendMode;
  /** The moment of pressing Send: clocks and the conversation's order go by it. */
  pressedAt: Date;
  channel: Channel;
};

/**
 * Makes an agent's reply public in the running transaction: message, state, clocks, events and mails. `ctx` acts as the
 * agent. A customer who wrote after the agent pressed Send still waits: then the ticket stays open, whatever the mode.
 */
export async function postReply(ctx: Ctx, ticket: LockedTicket, reply: Reply): Promise<void> {
  const { id: messageId, agentId: authorId, channel, pressedAt } = reply;
  const body = { text: storable(reply.text) };
  await addParticipants(ctx, ticket.id, await findPeopleBehind(ctx, reply.cc));
  const attachments: NewAttachment[] = await takeUploads(ctx, reply.uploadIds);
  const recipients = await listRecipients(ctx, ticket.id, authorId);
  await insertMessage(ctx, {
    id: messageId,
    ticketId: ticket.id,
    kind: "public",
    side: "agent",
    authorId,
    channel,
    body,
    sentAt: pressedAt,
    attachments,
    addressees: addresseesOf(recipients),
  });

  const overtaken = ticket.lastCustomerAt !== null && ticket.lastCustomerAt > pressedAt;
  const lastAgentAt = ticket.lastAgentAt && ticket.lastAgentAt > pressedAt ? ticket.lastAgentAt : pressedAt;
  const to: TicketState = overtaken ? "open" : stateAfterReply[reply.mode];
  await ctx.db.ticket.updateMany({
    where: { id: ticket.id },
    data: {
      ...columnsForState(ticket, to, ctx.now),
      publicAt: ctx.now,
      messageCount: { increment: 1 },
      lastAgentAt,
      firstReplyAt: ticket.firstReplyAt ?? pressedAt,
      waitingSince: overtaken ? await unansweredSince(ctx, ticket.id, lastAgentAt) : NEVER,
      ...(overtaken ? {} : { snippet: snippetOf(body.text) }),
    },
  });
  if (ticket.state === "snoozed") await ctx.db.snooze.deleteMany({ where: { ticketId: ticket.id } });

  const about = { ticketId: ticket.id };
  await recordEvent(ctx, "ticket.replied", about, { channel, messageId, mode: reply.mode });
  if (to !== ticket.state)
    await recordEvent(ctx, "ticket.state_changed", about, { from: ticket.state, to, cause: "reply" });
  await mailMessage(ctx, ticket, { messageId, side: "agent", authorId, body, attachments }, recipients);
  await settleTickets(ctx, [{ id: ticket.id, before: ticket, at: pressedAt }]);
  touchTicket(ctx, ticket);
}
