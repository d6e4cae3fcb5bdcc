import { setTimeout as sleep } from "node:timers/promises";
import { database } from "~/platform/db.server";

const EVERY_MS = 200;

/** Looks at the database all the time: which mails are marked sent since when, and jobs that a dead worker still holds. */
export function startWatch() {
  /** Message-ID -> the first look that found it sent. */
  const sentSince = new Map<string, number>();
  const orphans = new Map<string, { first: number; last: number }>();
  let workersAtOnce = 0;
  let running = true;

  async function look() {
    const { pool } = database();
    const sent = await pool.query<{ message_id: string }>("select message_id from outbound_mail where state = 'sent'");
    const found = Date.now();
    for (const { message_id: id } of sent.rows) if (!sentSince.has(id)) sentSince.set(id, found);
    const jobs = await pool.query<{ id: string; worker: string; alive: boolean }>(LOCKED);
    const now = Date.now();
    for (const { id, worker, alive } of jobs.rows) {
      if (alive) continue;
      const key = `${id} ${worker}`;
      orphans.set(key, { first: orphans.get(key)?.first ?? now, last: now });
    }
    workersAtOnce = Math.max(
      workersAtOnce,
      new Set(jobs.rows.filter(({ alive }) => alive).map(({ worker }) => worker)).size,
    );
  }

  const ended = (async () => {
    while (running) {
      await look();
      await sleep(EVERY_MS);
    }
  })();
  return {
    sentSince,
    /** The longest time a job was seen in the hands of a dead worker. */
    longestOrphan: () => Math.max(0, ...[...orphans.values()].map(({ first, last }) => last - first)),
    orphans: () => orphans.size,
    workersAtOnce: () => workersAtOnce,
    /** After a last look; a second call does nothing. */
    async stop() {
      if (!running) return;
      running = false;
      await ended;
      await look();
    },
  };
}

/** A worker process lives as long as it holds its advisory lock (roles/worker-presence). */
const LOCKED = `
  with held as (
    select (classid::bigint << 32) | objid::bigint as key from pg_locks
    where locktype = 'advisory' and objsubid = 1 and granted
      and database = (select oid from pg_database where datname = current_database())
  ), alive as (
    select unnest(worker_ids) as id from worker_process where lock_key in (select key from held)
  )
  select id, locked_by as worker, locked_by in (select id from alive) as alive
  from graphile_worker._private_jobs where locked_by is not null`;
