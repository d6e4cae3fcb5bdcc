import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { lockVisibleTicket } from "./internal/locked-ticket.server";
import { settleTickets } from "./internal/settle-tickets.server";
import { touchTicket } from "./internal/touch-ticket.server";
import { authorize } from "./policy";

/** Takes a ticket out of the bin as it was; nothing happens when it is not there. */
export function restoreTicket(ctx: Ctx, number: number): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const ticket = await lockVisibleTicket(ctx, number, { deleted: "with" });
    authorize(ctx.actor, "ticket.restore", ticket);
    if (!ticket.deletedAt) return;
    await ctx.db.ticket.updateMany({
      where: { id: ticket.id },
      data: { deletedAt: null, deletedById: null, activityAt: ctx.now },
    });
    await recordEvent(ctx, "ticket.restored", { ticketId: ticket.id }, {});
    await settleTickets(ctx, [{ id: ticket.id, before: ticket }]);
    touchTicket(ctx, ticket);
  });
}
