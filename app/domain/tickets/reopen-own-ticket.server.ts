import { conflict } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { lockVisibleTicket } from "./internal/locked-ticket.server";
import { columnsForState } from "./internal/state-columns.server";
import { settleTickets } from "./internal/settle-tickets.server";
import { touchTicket } from "./internal/touch-ticket.server";
import { authorize } from "./policy";

/** A customer says that the matter is not settled after all, and waits again. Only solved tickets come back. */
export function reopenOwnTicket(ctx: Ctx, number: number): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const ticket = await lockVisibleTicket(ctx, number);
    authorize(ctx.actor, "ticket.reopen", ticket);
    if (ticket.state === "closed") throw conflict("tickets:error.closed");
    if (ticket.state !== "solved") return;
    await ctx.db.ticket.updateMany({
      where: { id: ticket.id },
      data: { ...columnsForState(ticket, "open", ctx.now), waitingSince: ctx.now },
    });
    const about = { ticketId: ticket.id };
    await recordEvent(ctx, "ticket.state_changed", about, { from: "solved", to: "open", cause: "customer" });
    await settleTickets(ctx, [{ id: ticket.id, before: ticket }]);
    touchTicket(ctx, ticket);
  });
}
