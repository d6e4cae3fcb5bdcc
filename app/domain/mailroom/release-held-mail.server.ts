import { requireStaffActor } from "~/domain/tickets/policy";
import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { touchMailroom } from "./touch-mailroom.server";
import { lockHold } from "./lock-hold.server";

/** The actor is no longer on the held mail; an administrator ends anybody's claim. */
export function releaseHeldMail(ctx: Ctx, inboundId: string): Promise<void> {
  const { personId, role } = requireStaffActor(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const { queueId } = await lockHold(ctx, inboundId);
    const { count } = await ctx.db.mailHold.updateMany({
      where: { inboundId, ...(role === "administrator" ? {} : { claimedById: personId }) },
      data: { claimedById: null, claimedAt: null },
    });
    if (count) touchMailroom(ctx, queueId);
  });
}
