import type { Ctx } from "~/platform/ctx.server";
import { touch } from "~/platform/live.server";
import { inTransaction } from "~/platform/transaction.server";

const SECONDS = 60;

/** Forgets tabs that have not been heard of for a minute and tells who still looks at their tickets. */
export function sweepPresence(ctx: Ctx): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const before = new Date(ctx.now.getTime() - SECONDS * 1_000);
    const rows = await ctx.db.$queryRaw<{ id: string }[]>`
      delete from presence where seen_at < ${before} returning ticket_id as id`;
    touch(ctx, ...rows.map(({ id }) => `presence:${id}`));
  });
}
