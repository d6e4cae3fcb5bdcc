import type { Ctx } from "~/platform/ctx.server";
import { log } from "~/platform/log.server";
import type { SearchEngine } from "#search/engine";
import { mainEngine, openEngine } from "./engines.server";
import { type EngineName, noteAway, noteBack, readIndexState } from "./index-state.server";

const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 30_000;

/** This process's own experience of the configured engine: until when it is not asked again. */
type Breaker = { until: number; pause: number; away: boolean };
const closed = (): Breaker => ({ until: 0, pause: FIRST_PAUSE_MS, away: false });
let breaker = closed();

/** Forgets what happened, for a test. */
export const forgetBreaker = () => void (breaker = closed());

/**
 * Asks the configured engine, and PostgreSQL in its stead while it is away or its index is not built. It is tried again
 * after a pause that grows to half a minute; the first answer ends the standing in.
 */
export async function standInOrNot<T extends object>(
  ctx: Ctx,
  ask: (engine: SearchEngine) => Promise<T>,
): Promise<T & { engine: EngineName; standIn: boolean }> {
  const main = mainEngine();
  const standIn = main !== "postgres";
  if (standIn && Date.now() >= breaker.until && (await readIndexState(ctx, main)).builtAt) {
    // Of many at once one tries; the others need not wait for what may hang.
    if (breaker.away) breaker.until = Date.now() + breaker.pause;
    try {
      const answer = await ask(openEngine(main));
      if (breaker.away) await back(ctx, main);
      return { ...answer, engine: main, standIn: false };
    } catch (error) {
      await away(ctx, main, error);
    }
  }
  return { ...(await ask(openEngine("postgres"))), engine: "postgres", standIn };
}

async function away(ctx: Ctx, main: EngineName, error: unknown): Promise<void> {
  const problem = error instanceof Error ? error.message : String(error);
  if (!breaker.away) log.warn({ err: problem }, `${main} does not answer; PostgreSQL stands in`);
  const pause = breaker.away ? Math.min(breaker.pause * 2, LONGEST_PAUSE_MS) : FIRST_PAUSE_MS;
  breaker = { until: Date.now() + pause, pause, away: true };
  await noteAway(ctx, main, problem);
}

async function back(ctx: Ctx, main: EngineName): Promise<void> {
  breaker = closed();
  log.info(`${main} answers again`);
  await noteBack(ctx, main);
}
