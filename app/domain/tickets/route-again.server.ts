import { conflict } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { lockVisibleTicket } from "./internal/locked-ticket.server";
import { settleTickets } from "./internal/settle-tickets.server";
import { touchTicket } from "./internal/touch-ticket.server";
import { authorize } from "./policy";
import { isOpen } from "./states";

/**
 * Asks the queue for another decision: the ticket has nobody until then. Conflict for what is solved, and in a queue
 * that is worked by pulling.
 */
export function routeAgain(ctx: Ctx, number: number): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const ticket = await lockVisibleTicket(ctx, number);
    authorize(ctx.actor, "ticket.assign", ticket);
    const queue = await ctx.db.queue.findUnique({ where: { id: ticket.queueId }, select: { assignment: true } });
    if (!isOpen(ticket.state) || !queue || queue.assignment === "manual") throw conflict("routing:assign.error.manual");
    // A decision is written anew even when the reason for waiting stays the same.
    await ctx.db.ticket.updateMany({
      where: { id: ticket.id },
      data: { assigneeId: null, waitReason: null, activityAt: ctx.now },
    });
    await recordEvent(
      ctx,
      "ticket.assigned",
      { ticketId: ticket.id },
      { from: ticket.assigneeId, to: null, reason: "routed_again" },
    );
    await settleTickets(ctx, [{ id: ticket.id, before: ticket }]);
    touchTicket(ctx, ticket);
  });
}
