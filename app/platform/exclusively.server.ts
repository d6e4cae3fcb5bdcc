import { database } from "./db.server";

/** What one process at a time does, in all processes of a database. */
type LockName =
  `search.write ${"postgres" | "meilisearch"}` | `search.rebuild ${"postgres" | "meilisearch"}` | "knowledge.import";

/**
 * Runs `act` while no other process holds the lock; the lock ends with the process. Reading and writing documents are
 * one act under `search.write`, so that what was read earlier is written earlier.
 */
export const exclusively = <T>(lock: LockName, act: () => Promise<T>): Promise<T> =>
  holding(`select pg_advisory_lock(hashtextextended($1, 0)), true as held`, lock, act) as Promise<T>;

/** The same, or null at once when another process holds it. */
export const exclusivelyOrNot = <T>(lock: LockName, act: () => Promise<T>): Promise<T | null> =>
  holding(`select pg_try_advisory_lock(hashtextextended($1, 0)) as held`, lock, act);

async function holding<T>(statement: string, lock: LockName, act: () => Promise<T>): Promise<T | null> {
  const client = await database().pool.connect();
  try {
    const { rows } = await client.query<{ held: boolean }>(statement, [lock]);
    if (!rows[0]?.held) return null;
    try {
      return await act();
    } finally {
      await client.query("select pg_advisory_unlock(hashtextextended($1, 0))", [lock]);
    }
  } finally {
    client.release();
  }
}
