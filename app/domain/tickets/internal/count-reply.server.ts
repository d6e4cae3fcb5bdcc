import { NEVER } from "~/lib/never";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import "../events";
import { snippetOf } from "../message-body";
import { type Channel, type SendMode, stateAfterReply, type TicketState } from "../states";
import type { LockedTicket } from "./locked-ticket.server";
import { columnsForState, unansweredSince } from "./state-columns.server";

export type CountedReply = {
  messageId: string;
  text: string;
  mode: SendMode;
  channel: Channel;
  /** When the agent sent it: clocks go by it. */
  pressedAt: Date;
};

/**
 * What an agent's public message does to its ticket: state, times, snippet and events. A customer who wrote after it was
 * sent still waits: then the ticket stays open, whatever the mode.
 */
export async function countReply(ctx: Ctx, ticket: LockedTicket, reply: CountedReply): Promise<void> {
  const { messageId, channel, mode, pressedAt } = reply;
  const overtaken = ticket.lastCustomerAt !== null && ticket.lastCustomerAt > pressedAt;
  const lastAgentAt = ticket.lastAgentAt && ticket.lastAgentAt > pressedAt ? ticket.lastAgentAt : pressedAt;
  const to: TicketState = overtaken ? "open" : stateAfterReply[mode];
  await ctx.db.ticket.updateMany({
    where: { id: ticket.id },
    data: {
      ...columnsForState(ticket, to, ctx.now),
      publicAt: ctx.now,
      messageCount: { increment: 1 },
      lastAgentAt,
      firstReplyAt: ticket.firstReplyAt ?? pressedAt,
      waitingSince: overtaken ? await unansweredSince(ctx, ticket.id, lastAgentAt) : NEVER,
      ...(overtaken ? {} : { snippet: snippetOf(reply.text) }),
    },
  });
  if (ticket.state === "snoozed") await ctx.db.snooze.deleteMany({ where: { ticketId: ticket.id } });

  const about = { ticketId: ticket.id };
  await recordEvent(ctx, "ticket.replied", about, { channel, messageId, mode });
  if (to !== ticket.state)
    await recordEvent(ctx, "ticket.state_changed", about, { from: ticket.state, to, cause: "reply" });
}
