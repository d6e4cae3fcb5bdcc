import { setTimeout as sleep } from "node:timers/promises";
import type { Ctx, Pending } from "./ctx.server";
import { database, Prisma } from "./db.server";
import { type Hold, holding, withDirectStatements } from "./direct-statements.server";
import { jobForEvents } from "./events.server";
import { callsForTopics } from "./live.server";
import { prepared } from "./prepared.server";
import { jobForChanges } from "./search-changes.server";

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
      const hold: Hold = { client: null };
      return await holding(hold, () =>
        database().prisma.$transaction(
          async (prisma) => {
            const db = withDirectStatements(prisma, () => hold.client);
            const inner = { ...ctx, db, pending: newPending() };
            const value = await body(inner);
            await endWith(inner);
            return value;
          },
          { timeout, maxWait: 10_000 },
        ),
      );
    } catch (error) {
      if (attempt >= ATTEMPTS || !isRetryable(error)) throw error;
      await sleep(5 * 2 ** attempt + Math.random() * 20);
    }
  }
}

const newPending = (): Pending => ({ eventIds: [], topics: new Set(), changed: new Set() });

/** One statement enqueues the jobs for events and for the search index, and signals the topics. */
async function endWith({ db, now, pending }: Ctx & { pending: NonNullable<Ctx["pending"]> }): Promise<void> {
  const job = jobForEvents(pending);
  const [signal, ...more] = callsForTopics(pending);
  const calls = [job, jobForChanges(pending, now), signal].filter((call) => call != null);
  if (calls.length) await db.$executeRaw(prepared(Prisma.sql`select ${Prisma.join(calls)}`));
  for (const call of more) await db.$executeRaw(prepared(Prisma.sql`select ${call}`));
}

function isRetryable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: unknown }).code;
  return RETRY.test(String(code)) || RETRY.test(error.message);
}
