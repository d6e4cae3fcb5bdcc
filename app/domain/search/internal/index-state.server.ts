import type { Ctx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import type { SearchEngine } from "#search/engine";

export type EngineName = SearchEngine["name"];
export type IndexState = { builtAt: Date | null; downSince: Date | null };

const FRESH_MS = 2_000;
const held = new Map<string, { until: number; state: IndexState }>();

/** Forgets held states; called after a change. */
export const forgetStates = () => held.clear();

/** Whether the engine's index was ever built and since when it is away, at most two seconds old. */
export async function readIndexState(ctx: Ctx, engine: EngineName): Promise<IndexState> {
  const key = `${database().url} ${engine}`;
  const known = held.get(key);
  if (known && known.until > Date.now()) return known.state;
  const row = await ctx.db.searchIndex.findUnique({ where: { engine }, select: { builtAt: true, downSince: true } });
  const state = row ?? { builtAt: null, downSince: null };
  held.set(key, { until: Date.now() + FRESH_MS, state });
  return state;
}

/** The engine did not answer; the first moment of it stands. */
export async function noteAway(ctx: Ctx, engine: EngineName, problem: string): Promise<void> {
  const error = problem.slice(0, 500);
  await ctx.db.$executeRaw`
    insert into search_index (engine, down_since, error) values (${engine}, ${ctx.now}, ${error})
    on conflict (engine) do update set down_since = coalesce(search_index.down_since, ${ctx.now}), error = ${error}`;
  forgetStates();
}

export async function noteBack(ctx: Ctx, engine: EngineName): Promise<void> {
  await ctx.db.searchIndex.updateMany({
    where: { engine, downSince: { not: null } },
    data: { downSince: null, error: "" },
  });
  forgetStates();
}
