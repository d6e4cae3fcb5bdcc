import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { bumpEpoch } from "./bump-epoch.server";

/** A calendar or the choice of the company's own changed: open clocks are recomputed, unless no policy ever was. */
export function followCalendar(ctx: Ctx): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    if (await ctx.db.slaPolicy.findFirst({ select: { id: true } })) await bumpEpoch(ctx);
  });
}
