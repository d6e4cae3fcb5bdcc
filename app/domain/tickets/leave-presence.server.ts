import type { Ctx } from "~/platform/ctx.server";
import { touch } from "~/platform/live.server";
import { inTransaction } from "~/platform/transaction.server";
import { findVisibleTicket } from "./internal/find-visible-ticket.server";
import { requireStaffActor } from "./policy";

/** A tab was closed. */
export async function leavePresence(ctx: Ctx, number: number, tab: string): Promise<void> {
  const { personId } = requireStaffActor(ctx.actor);
  const ticket = await findVisibleTicket(ctx, number);
  await inTransaction(ctx, async (ctx) => {
    const { count } = await ctx.db.presence.deleteMany({
      where: { ticketId: ticket.id, personId, tab: tab.slice(0, 64) },
    });
    if (count) touch(ctx, `presence:${ticket.id}`);
  });
}
