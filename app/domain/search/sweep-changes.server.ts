import type { Ctx } from "~/platform/ctx.server";
import { enqueue } from "~/platform/jobs.server";
import { log } from "~/platform/log.server";
import { Prisma } from "~/platform/db.server";
import type { Projection } from "#search/projection";
import { keptEngines, openEngine } from "./internal/engines.server";

const DAY = 86_400_000;
const BATCH = 1_000;
/** Changes on their way while it is counted, and documents that an engine was refused. */
const TOLERATED = { share: 0.002, least: 50 };

/**
 * The slow second look: what changed in the last day, votes and dates that came due included, is read again, and an
 * index whose number of documents is far from the true one is built anew.
 */
export async function sweepChanges(ctx: Ctx, projections: readonly Projection<Ctx>[]): Promise<void> {
  const since = new Date(ctx.now.getTime() - DAY);
  let expected = 0;
  for (const projection of projections) {
    const ids = await projection.recent(ctx, since);
    for (let from = 0; from < ids.length; from += BATCH) {
      const keys = ids.slice(from, from + BATCH).map((id) => `${projection.mark}:${id}`);
      await ctx.db.$executeRaw(Prisma.sql`select search_changed('postgres', ${keys}::text[], ${ctx.now}::timestamptz)`);
    }
    expected += await projection.countDocuments(ctx);
  }
  for (const name of keptEngines()) {
    const engine = openEngine(name);
    if (!(await engine.check()).ok) continue;
    const found = await engine.count();
    if (Math.abs(found - expected) <= Math.max(TOLERATED.least, expected * TOLERATED.share)) continue;
    log.warn({ engine: name, found, expected }, "the search index has lost its count and is built anew");
    await enqueue(ctx, "search.rebuild", { engine: name }, { key: `search.rebuild:${name}`, keep: true, priority: 20 });
  }
}
