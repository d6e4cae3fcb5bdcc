import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { lockVisibleTicket } from "./internal/locked-ticket.server";
import { requireStaffActor } from "./policy";

/** Ends following; nothing happens when one does not follow. */
export function unfollowTicket(ctx: Ctx, number: number): Promise<void> {
  const { personId } = requireStaffActor(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const ticket = await lockVisibleTicket(ctx, number, { deleted: "with" });
    const { count } = await ctx.db.ticketFollower.deleteMany({ where: { ticketId: ticket.id, personId } });
    if (count) await recordEvent(ctx, "ticket.unfollowed", { ticketId: ticket.id, personId }, {});
  });
}
