import { setTimeout as sleep } from "node:timers/promises";
import type { Ctx } from "./ctx.server";
import { database } from "./db.server";
import { enqueueEvents } from "./events.server";
import { publishTopics } from "./live.server";

const RETRY = /40001|40P01|P2034|deadlock detected|could not serialize|write conflict/i;
const ATTEMPTS = 5;

/**
 * Runs a command's body in one transaction and, last of all, enqueues one job for the events it recorded and signals
 * the screens it touched. A call inside another joins it. Deadlocks and serialization failures rerun the body.
 */
export async function inTransaction<T>(
  ctx: Ctx,
  body: (ctx: Ctx & { pending: NonNullable<Ctx["pending"]> }) => Promise<T>,
  { timeout = 20_000 }: { /** Milliseconds. */ timeout?: number } = {},
): Promise<T> {
  if (ctx.pending) return body(ctx as Ctx & { pending: NonNullable<Ctx["pending"]> });
  for (let attempt = 1; ; attempt++) {
    try {
      return await database().prisma.$transaction(
        async (db) => {
          const inner = { ...ctx, db, pending: { eventIds: [] as string[], topics: new Set<string>() } };
          const value = await body(inner);
          await enqueueEvents(inner);
          await publishTopics(inner);
          return value;
        },
        { timeout, maxWait: 10_000 },
      );
    } catch (error) {
      if (attempt >= ATTEMPTS || !isRetryable(error)) throw error;
      await sleep(5 * 2 ** attempt + Math.random() * 20);
    }
  }
}

function isRetryable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: unknown }).code;
  return RETRY.test(String(code)) || RETRY.test(error.message);
}
