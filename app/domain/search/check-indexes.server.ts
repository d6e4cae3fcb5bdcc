import type { Ctx } from "~/platform/ctx.server";
import { enqueue } from "~/platform/jobs.server";
import { log } from "~/platform/log.server";
import type { Projection } from "#search/projection";
import { keptEngines, openEngine } from "./internal/engines.server";
import { type EngineName, noteAway, noteBack, readIndexState } from "./internal/index-state.server";
import { readSynonyms } from "./internal/read-synonyms.server";

/** More than this waiting for an engine that is away is slower to catch up on than to build anew. */
const MOST_WAITING = 200_000;

/**
 * Looks whether every engine answers with an index that is built with today's settings and has something in it where
 * there is something to find; else has it built. Wakes the job for changes that wait, and tells the engines the
 * synonyms. What is away is noted, and no longer when it is back.
 */
export async function checkIndexes(ctx: Ctx, projections: readonly Projection<Ctx>[]): Promise<void> {
  for (const name of keptEngines()) await checkIndex(ctx, name, projections);
}

async function checkIndex(ctx: Ctx, name: EngineName, projections: readonly Projection<Ctx>[]): Promise<void> {
  const engine = openEngine(name);
  const state = await engine.check();
  if (!state.ok && state.reason === "away") {
    await noteAway(ctx, name, state.detail);
    return giveUpCatchingUp(ctx, name);
  }
  await noteBack(ctx, name);
  const reason = state.ok ? await whatIsLost(ctx, name, projections) : state.reason;
  if (reason) {
    log.info({ engine: name, reason }, "the search index is built anew");
    await enqueue(ctx, "search.rebuild", { engine: name }, { key: `search.rebuild:${name}`, keep: true, priority: 20 });
  }
  if (state.ok) await engine.setSynonyms(await readSynonyms(ctx));
  await ctx.db.$executeRaw`
    select graphile_worker.add_job('search.index', json_build_object('engine', ${name}::text),
      queue_name := ${`search.index:${name}`}, job_key := ${`search.index:${name}`}, priority := 8)
    where exists (select from search_change where engine = ${name})`;
}

/** An index that was never built, or lost what it had. */
async function whatIsLost(
  ctx: Ctx,
  name: EngineName,
  projections: readonly Projection<Ctx>[],
): Promise<"new" | "empty" | null> {
  if (!(await readIndexState(ctx, name)).builtAt) return "new";
  if (await openEngine(name).count(1)) return null;
  for (const projection of projections) {
    const { ids } = await projection.walk(ctx, null);
    if ((await projection.documentsOf(ctx, ids)).length) return "empty";
  }
  return null;
}

async function giveUpCatchingUp(ctx: Ctx, name: EngineName): Promise<void> {
  const [waiting] = await ctx.db.$queryRaw<{ many: boolean }[]>`
    select exists (select from search_change where engine = ${name} order by id offset ${MOST_WAITING}) as many`;
  if (!waiting?.many) return;
  await ctx.db.searchIndex.updateMany({ where: { engine: name }, data: { builtAt: null } });
  await ctx.db.searchChange.deleteMany({ where: { engine: name } });
}
