import { requireStaffActor } from "~/domain/tickets/policy";
import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { lockHold } from "./lock-hold.server";
import { touchMailroom } from "./touch-mailroom.server";
import { CLAIM_MINUTES } from "./mail-views";

/** Who is on a held mail; `mine` when that is who asks. */
export type HoldClaim = { claimedById: string; name: string; mine: boolean };

/**
 * Says that the actor is on a held mail, again and again while looking. Somebody else's claim stays until it has been
 * silent for CLAIM_MINUTES, unless the actor takes it over.
 */
export function claimHeldMail(
  ctx: Ctx,
  inboundId: string,
  { take = false }: { take?: boolean } = {},
): Promise<HoldClaim> {
  const { personId } = requireStaffActor(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const { queueId } = await lockHold(ctx, inboundId);
    const silentSince = new Date(ctx.now.getTime() - CLAIM_MINUTES * 60_000);
    const before = await ctx.db.mailHold.findUniqueOrThrow({
      where: { inboundId },
      select: { claimedById: true, claimedAt: true },
    });
    const free = take || !before.claimedAt || before.claimedAt <= silentSince;
    const claimedById = free || !before.claimedById ? personId : before.claimedById;
    if (claimedById === personId)
      await ctx.db.mailHold.update({ where: { inboundId }, data: { claimedById, claimedAt: ctx.now } });
    if (claimedById !== before.claimedById) touchMailroom(ctx, queueId);
    const { name } = await ctx.db.person.findUniqueOrThrow({ where: { id: claimedById }, select: { name: true } });
    return { claimedById, name, mine: claimedById === personId };
  });
}
