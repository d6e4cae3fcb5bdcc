import { isId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { touch } from "~/platform/live.server";
import { inTransaction } from "~/platform/transaction.server";
import { findVisibleTicket } from "./internal/find-visible-ticket.server";
import { authorize } from "./policy";

/** Somebody has seen to what a banner said. */
export async function dismissBanner(ctx: Ctx, number: number, bannerId: string): Promise<void> {
  const ticket = await findVisibleTicket(ctx, number);
  authorize(ctx.actor, "ticket.change", ticket);
  if (!isId(bannerId)) return;
  await inTransaction(ctx, async (ctx) => {
    const { count } = await ctx.db.ticketBanner.updateMany({
      where: { id: bannerId, ticketId: ticket.id, dismissedAt: null },
      data: { dismissedAt: ctx.now },
    });
    if (count) touch(ctx, `ticket:${ticket.id}`);
  });
}
