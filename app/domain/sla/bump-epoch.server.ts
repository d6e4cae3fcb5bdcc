import type { Ctx } from "~/platform/ctx.server";
import { enqueue } from "~/platform/jobs.server";

/** The one pending job that brings stale tickets up to date. */
export const RECOMPUTE_KEY = "recompute-clocks";

/**
 * Says that policies, their order or hours are no longer what they were: every open ticket's clocks are recomputed in
 * batches. Raised in the transaction of the change itself.
 */
export async function bumpEpoch(ctx: Ctx): Promise<void> {
  await ctx.db.$executeRaw`update sla_epoch set version = version + 1, at = ${ctx.now}, stale = null where id = 1`;
  await enqueue(ctx, "tickets.recompute-clocks", {}, { key: RECOMPUTE_KEY, priority: 20 });
}
