import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { enqueue } from "~/platform/jobs.server";
import { RECOMPUTE_KEY } from "./bump-epoch.server";

/**
 * Has the clocks of some open tickets recomputed soon: those of the ids, or those whose row `t` meets an SQL condition.
 * For changes that touch only some, such as a contract's.
 */
export async function markClocksStale(ctx: Ctx, which: readonly string[] | Prisma.Sql): Promise<void> {
  const condition = Array.isArray(which) ? Prisma.sql`t.id = any(${[...which]}::uuid[])` : (which as Prisma.Sql);
  const marked = await ctx.db.$executeRaw`
    update ticket set clock_version = -1 where id in (
      select t.id from ticket t
      where t.deleted_at is null and t.state not in ('solved', 'closed') and t.clock_version <> -1 and ${condition}
      order by t.id for no key update)`;
  if (marked) await enqueue(ctx, "tickets.recompute-clocks", {}, { key: RECOMPUTE_KEY, priority: 20 });
}
