import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { lockVisibleTicket } from "./internal/locked-ticket.server";
import { authorize, requireStaffActor } from "./policy";

/** A member of staff wants to hear of the ticket; following twice is following. */
export function followTicket(ctx: Ctx, number: number): Promise<void> {
  const { personId } = requireStaffActor(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const ticket = await lockVisibleTicket(ctx, number);
    authorize(ctx.actor, "ticket.follow", ticket);
    const { count } = await ctx.db.ticketFollower.createMany({
      data: [{ ticketId: ticket.id, personId, at: ctx.now }],
      skipDuplicates: true,
    });
    // Who came with a merged ticket's followers stays when it leaves, now that they asked for it.
    if (!count)
      await ctx.db.ticketFollower.updateMany({
        where: { ticketId: ticket.id, personId, byMerge: true },
        data: { byMerge: false },
      });
    if (count) await recordEvent(ctx, "ticket.followed", { ticketId: ticket.id, personId }, {});
  });
}
