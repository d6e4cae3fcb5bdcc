import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { lockVisibleTicket } from "./internal/locked-ticket.server";
import { settleTickets } from "./internal/settle-tickets.server";
import { touchTicket } from "./internal/touch-ticket.server";
import { authorize } from "./policy";

/** Puts a ticket into the bin, from which it can be restored until it is purged. */
export function deleteTicket(ctx: Ctx, number: number): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const ticket = await lockVisibleTicket(ctx, number);
    authorize(ctx.actor, "ticket.delete", ticket);
    const deletedById = ctx.actor.kind === "person" ? ctx.actor.personId : null;
    await ctx.db.ticket.updateMany({ where: { id: ticket.id }, data: { deletedAt: ctx.now, deletedById } });
    await recordEvent(ctx, "ticket.deleted", { ticketId: ticket.id }, {});
    await settleTickets(ctx, [{ id: ticket.id, before: ticket }]);
    touchTicket(ctx, ticket);
  });
}
