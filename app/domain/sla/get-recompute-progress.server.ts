import type { Ctx } from "~/platform/ctx.server";

export type RecomputeProgress = {
  /** Open tickets whose clocks wait to be recomputed, counted to 100,000. */
  left: number;
  /** How many there were when it began; null before the first batch. */
  of: number | null;
  startedAt: Date | null;
};

/** How far the recompute after a change of policies or hours has come. */
export async function getRecomputeProgress(ctx: Ctx): Promise<RecomputeProgress> {
  const [row] = await ctx.db.$queryRaw<RecomputeProgress[]>`
    select e.at as "startedAt", e.stale as of, (
      select count(*)::int from (
        select 1 from ticket where clock_version < e.version and deleted_at is null
          and state not in ('solved', 'closed') limit 100000) stale) as left
    from sla_epoch e where e.id = 1`;
  if (!row) throw new Error("the epoch is one row");
  return row;
}
