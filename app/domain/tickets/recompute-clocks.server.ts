import type { Ctx } from "~/platform/ctx.server";
import { touch } from "~/platform/live.server";
import { inTransaction } from "~/platform/transaction.server";
import { settleClocks } from "./internal/settle-clocks.server";

const BATCH = 500;

type Row = { id: string; queueId: string };

/**
 * Brings the clocks of open tickets up to the present policies, hours and contracts, 500 in a transaction of their own.
 * Whoever stops in between goes on from there; tickets that somebody holds are left to their command or the next run.
 */
export async function recomputeClocks(ctx: Ctx): Promise<{ recomputed: number }> {
  await ctx.db.$executeRaw`
    update sla_epoch e set stale = (
      select count(*) from ticket where clock_version < e.version and deleted_at is null
        and state not in ('solved', 'closed'))
    where id = 1 and stale is null`;
  for (let recomputed = 0; ;) {
    const count = await recomputeBatch(ctx);
    recomputed += count;
    if (count < BATCH) return { recomputed };
  }
}

function recomputeBatch(ctx: Ctx): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    const rows = await ctx.db.$queryRaw<Row[]>`
      select id, queue_id as "queueId" from ticket
      where clock_version < (select version from sla_epoch where id = 1) and deleted_at is null
        and state not in ('solved', 'closed')
      order by clock_version, id limit ${BATCH} for no key update skip locked`;
    if (!rows.length) return 0;
    await settleClocks(
      ctx,
      rows.map(({ id }) => ({ id, before: null })),
    );
    touch(ctx, ...new Set(rows.map(({ queueId }) => `queue:${queueId}`)));
    return rows.length;
  });
}
