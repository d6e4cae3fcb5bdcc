import "./events";
import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import { liftSuppression } from "./lift-suppression.server";
import { assertKeepsSuppressions } from "./suppression-policy";

/** An administrator lets an address have mail again; 404 when nothing stood in its way. */
export async function liftSuppressionByHand(ctx: Ctx, address: string): Promise<void> {
  assertKeepsSuppressions(ctx.actor);
  await inTransaction(ctx, async (ctx) => {
    const reason = await liftSuppression(ctx, address);
    if (!reason) throw notFound();
    const owner = await ctx.db.emailAddress.findUnique({ where: { address }, select: { personId: true } });
    await recordEvent(ctx, "suppression.lifted", {}, { personId: owner?.personId ?? null, reason });
  });
}
