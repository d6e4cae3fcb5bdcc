// Who uses the embedded server: each process holds a shared lock on a connection of its own. Who then gets the lock
// alone is the last one. A killed process lets go of its lock by itself.
import pg from "pg";
import { pause } from "./process.mjs";

const KEY = 7_705_317;

/** Connects, retrying nothing, and marks this process as present.
 * @param {string} url of the maintenance database @param {() => void} onLost the server went away under us */
export async function enter(url, onLost) {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5000,
    application_name: "sportello presence",
    keepAlive: true,
  });
  let leaving = false;
  client.on("error", () => {});
  client.on("end", () => !leaving && onLost());
  try {
    await client.connect();
    await client.query("select pg_advisory_lock_shared($1)", [KEY]);
  } catch (error) {
    leaving = true;
    await client.end().catch(() => {});
    throw error;
  }
  return {
    client,
    /** Leaves; when nobody else is there, calls `stop` while newcomers wait at the lock. @param {() => Promise<void>} stop */
    async leave(stop) {
      leaving = true;
      try {
        await client.query("select pg_advisory_unlock_shared($1)", [KEY]);
        if (!(await isAlone(client)) || !(await othersHaveLeft(client))) return false;
        await stop();
        return true;
      } catch {
        return false; // the server is gone already
      } finally {
        await client.end().catch(() => {});
      }
    },
  };
}

/** Takes the lock alone, if it can be had; that of a process killed just now takes a moment to go. @param {pg.Client} client */
async function isAlone(client) {
  for (let tries = 0; tries < 6; tries++) {
    if (tries) await pause(50);
    const { rows } = await client.query("select pg_try_advisory_lock($1) as alone", [KEY]);
    if (rows[0].alone) return true;
  }
  return false;
}

/** Programs that came in by DATABASE_URL hold no lock; connections being closed get a second to vanish.
 * @param {pg.Client} client */
async function othersHaveLeft(client) {
  for (let tries = 0; tries < 20; tries++) {
    const { rows } = await client.query(
      `select count(*)::int as n from pg_stat_activity
        where backend_type = 'client backend' and pid <> pg_backend_pid() and application_name <> 'sportello presence'`,
    );
    if (rows[0].n === 0) return true;
    await pause(50);
  }
  return false;
}
