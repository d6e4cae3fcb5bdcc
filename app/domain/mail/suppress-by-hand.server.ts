import "./events";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import { suppressAddress } from "./suppress-address.server";
import { assertKeepsSuppressions } from "./suppression-policy";
import type { SuppressionForm } from "./suppression-schema";

/** An administrator decides that an address gets no mail for some days; a longer suppression already running stays. */
export async function suppressByHand(ctx: Ctx, { address, days }: SuppressionForm): Promise<void> {
  assertKeepsSuppressions(ctx.actor);
  await inTransaction(ctx, async (ctx) => {
    await suppressAddress(ctx, address, "byhand", days);
    const owner = await ctx.db.emailAddress.findUnique({ where: { address }, select: { personId: true } });
    await recordEvent(ctx, "suppression.added", {}, { personId: owner?.personId ?? null, days });
  });
}
