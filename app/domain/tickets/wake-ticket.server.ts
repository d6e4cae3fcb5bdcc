import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { findLockedTicket } from "./internal/locked-ticket.server";
import { columnsForState } from "./internal/state-columns.server";
import { settleTickets } from "./internal/settle-tickets.server";
import { touchTicket } from "./internal/touch-ticket.server";

/** Opens a snoozed ticket whose time has come; before it, or when it woke otherwise, nothing happens. */
export function wakeTicket(ctx: Ctx, ticketId: string): Promise<{ woken: boolean }> {
  return inTransaction(ctx, async (ctx) => {
    const ticket = await findLockedTicket(ctx, ticketId);
    if (ticket?.state !== "snoozed") return { woken: false };
    const snooze = await ctx.db.snooze.findUnique({ where: { ticketId }, select: { until: true } });
    if (snooze && snooze.until > ctx.now) return { woken: false };
    await ctx.db.snooze.deleteMany({ where: { ticketId } });
    await ctx.db.ticket.updateMany({ where: { id: ticketId }, data: columnsForState(ticket, "open", ctx.now) });
    await recordEvent(ctx, "ticket.state_changed", { ticketId }, { from: "snoozed", to: "open", cause: "timer" });
    await settleTickets(ctx, [{ id: ticket.id, before: ticket }]);
    touchTicket(ctx, ticket);
    return { woken: true };
  });
}
