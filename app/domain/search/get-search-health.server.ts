import type { Ctx } from "~/platform/ctx.server";
import { mainEngine } from "./internal/engines.server";
import type { EngineName } from "./internal/index-state.server";

export type SearchHealth = {
  /** What is configured, and whether PostgreSQL answers in its stead: away, or its index not built yet. */
  engine: EngineName;
  standIn: boolean;
  downSince: Date | null;
  /** Of the last failure, in the engine's words. */
  error: string;
  builtAt: Date | null;
  /** A rebuild that runs: things done of about `total`. */
  rebuild: { startedAt: Date; done: number; total: number } | null;
  /** Seconds since the oldest change that is not in the index yet; null when it has everything. */
  lag: number | null;
};

/** How the search index is: for the administrators' page and the desk's banner. */
export async function getSearchHealth(ctx: Ctx): Promise<SearchHealth> {
  const engine = mainEngine();
  const [row, oldest] = await Promise.all([
    ctx.db.searchIndex.findUnique({ where: { engine } }),
    ctx.db.searchChange.findFirst({ where: { engine }, orderBy: { id: "asc" }, select: { at: true } }),
  ]);
  return {
    engine,
    standIn: engine !== "postgres" && (!row?.builtAt || row.downSince !== null),
    downSince: row?.downSince ?? null,
    error: row?.error ?? "",
    builtAt: row?.builtAt ?? null,
    rebuild: row?.startedAt ? { startedAt: row.startedAt, done: row.done, total: row.total } : null,
    lag: oldest ? Math.max(0, (ctx.now.getTime() - oldest.at.getTime()) / 1000) : null,
  };
}
