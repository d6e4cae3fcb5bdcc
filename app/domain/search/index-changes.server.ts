import type { Ctx } from "~/platform/ctx.server";
import { log } from "~/platform/log.server";
import type { SearchEngine } from "#search/engine";
import type { Projection } from "#search/projection";
import { keptEngines, mainEngine, openEngine } from "./internal/engines.server";
import { type EngineName, noteAway } from "./internal/index-state.server";
import { exclusively } from "~/platform/exclusively.server";
import { writeThings } from "./internal/write-documents.server";

type Change = { id: bigint; kind: string; group: string };

const CHANGES = 500;
const THINGS = 50;
const LONGEST_MS = 20_000;

/**
 * Brings an engine's index up to what was written down as changed, in batches, until nothing is left or twenty seconds
 * are over; then the rest is another job's. Safe to run twice, and killed at any point: a change is forgotten only
 * after the index has it.
 */
export async function indexChanges(
  ctx: Ctx,
  engine: EngineName,
  projections: readonly Projection<Ctx>[],
): Promise<{ done: number }> {
  if (!keptEngines().includes(engine)) return forget(ctx, engine);
  // Whoever counted on this run instead of waking another has committed when this is granted.
  await ctx.db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`search.index ${engine}`}, 0))`;
  const end = Date.now() + LONGEST_MS;
  let done = 0;
  for (;;) {
    const count = await exclusively(`search.write ${engine}`, () => indexBatch(ctx, engine, projections));
    done += count;
    if (count < CHANGES) return { done };
    if (Date.now() > end) break;
  }
  await ctx.db.$executeRaw`select search_changed(${engine}, '{}', ${ctx.now}::timestamptz)`;
  return { done };
}

async function indexBatch(ctx: Ctx, name: EngineName, projections: readonly Projection<Ctx>[]): Promise<number> {
  const changes = await ctx.db.$queryRaw<Change[]>`
    select id, kind, group_id::text as "group" from search_change where engine = ${name} order by id limit ${CHANGES}::int`;
  if (!changes.length) return 0;
  const engine = openEngine(name);
  for (const [kind, ids] of byKind(changes)) {
    const projection = projections.find(({ mark }) => mark === kind);
    if (!projection) {
      log.error({ kind }, "nothing makes search documents of what changed");
      continue;
    }
    for (let from = 0; from < ids.length; from += THINGS)
      await writeOrSkip(ctx, engine, projection, ids.slice(from, from + THINGS));
  }
  await pass(ctx, name, changes);
  return changes.length;
}

function byKind(changes: readonly Change[]): Map<string, string[]> {
  const kinds = new Map<string, Set<string>>();
  for (const { kind, group } of changes) kinds.set(kind, (kinds.get(kind) ?? new Set()).add(group));
  return new Map([...kinds].map(([kind, groups]) => [kind, [...groups]]));
}

/** One thing that the engine refuses does not hold up the others; an engine that is away or has no index holds up all. */
async function writeOrSkip(
  ctx: Ctx,
  engine: SearchEngine,
  projection: Projection<Ctx>,
  ids: readonly string[],
): Promise<void> {
  try {
    await writeThings(ctx, engine, projection, ids);
  } catch (error) {
    const state = await engine.check();
    if (!state.ok && state.reason !== "outdated") {
      await noteAway(ctx, engine.name, state.detail);
      throw error;
    }
    if (ids.length > 1) for (const id of ids) await writeOrSkip(ctx, engine, projection, [id]);
    else log.error({ err: error, engine: engine.name, kind: projection.mark, id: ids[0] }, "search index refuses it");
  }
}

/** Forgets what the index has now; what PostgreSQL's has goes on to the other engine. */
async function pass(ctx: Ctx, engine: EngineName, changes: readonly Change[]): Promise<void> {
  const ids = changes.map(({ id }) => id);
  const next = engine === "postgres" ? mainEngine() : engine;
  if (next === engine) {
    await ctx.db.$executeRaw`delete from search_change where id = any(${ids}::bigint[])`;
    return;
  }
  const keys = [...new Set(changes.map(({ kind, group }) => `${kind}:${group}`))];
  await ctx.db.$executeRaw`
    with gone as (delete from search_change where id = any(${ids}::bigint[]))
    select search_changed(${next}, ${keys}::text[], ${ctx.now}::timestamptz)`;
}

/** An engine that is configured no more: should it come back, it is built anew. */
async function forget(ctx: Ctx, engine: EngineName): Promise<{ done: number }> {
  await ctx.db.searchChange.deleteMany({ where: { engine } });
  await ctx.db.searchIndex.deleteMany({ where: { engine } });
  return { done: 0 };
}
