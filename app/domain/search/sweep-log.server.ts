import type { Ctx } from "~/platform/ctx.server";

const KEPT_DAYS = 400;
const BATCH = 10_000;

/** Deletes searches older than 400 days, and the salts of days that are over. */
export async function sweepLog(ctx: Ctx): Promise<void> {
  const before = new Date(ctx.now.getTime() - KEPT_DAYS * 86_400_000);
  for (let deleted = BATCH; deleted === BATCH;)
    deleted = await ctx.db.$executeRaw`
      delete from search_intention where id in (
        select id from search_intention where started_at < ${before} order by started_at, id limit ${BATCH})`;
  const today = new Date(ctx.now.toISOString().slice(0, 10));
  await ctx.db.searchSalt.deleteMany({ where: { day: { lt: today } } });
}
