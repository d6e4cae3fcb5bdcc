import { randomBytes } from "node:crypto";
import pg from "pg";
import { newId } from "~/lib/id";
import { clock } from "~/platform/clock.server";
import { database } from "~/platform/db.server";
import { log } from "~/platform/log.server";
import type { HeldJobs } from "./held-jobs.server";

const SWEEP_MS = 10_000;
const RECONNECT_MS = 500;
/** A dead machine is noticed as fast as a dead process. */
const KEEPALIVE = "-c tcp_keepalives_idle=4 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3";

/**
 * Shows that this worker process lives, by an advisory lock on a connection of its own, and frees the jobs of those
 * whose lock is gone: at start and every ten seconds. A job thereby restarts within fifteen seconds of its worker's end.
 */
export class WorkerPresence {
  readonly #id = newId();
  readonly #lockKey = randomBytes(8).readBigUInt64BE() >> 2n;
  readonly #runners = new Map<string, HeldJobs>();
  #client: pg.Client | null = null;
  #holds = false;
  #sweeping = false;
  #sweep: NodeJS.Timeout | undefined;
  #retry: NodeJS.Timeout | undefined;
  #running = true;
  /** The lanes of a worker add theirs at the same time: the newest list is written last. */
  #written: Promise<unknown> = Promise.resolve();
  #unwritten = false;

  constructor(private readonly sweepMs = SWEEP_MS) {}

  async start(): Promise<void> {
    await this.#hold();
    await this.#freeJobs();
    this.#sweep = setInterval(() => this.#sweepOnce(), this.sweepMs);
  }

  /** Jobs locked under this id are this process's: those that are held, and no others for long. */
  async add(workerId: string, held: HeldJobs): Promise<void> {
    this.#runners.set(workerId, held);
    await this.#write();
  }

  /** No job is at work under this id any more: what is locked by it is freed like an ended process's. */
  async remove(workerId: string): Promise<void> {
    this.#runners.delete(workerId);
    await this.#write();
  }

  async stop(): Promise<void> {
    this.#running = false;
    clearInterval(this.#sweep);
    clearTimeout(this.#retry);
    try {
      await database().pool.query("delete from worker_process where id = $1", [this.#id]);
    } finally {
      await this.#client?.end();
    }
  }

  async #write(): Promise<void> {
    const statement = "update worker_process set worker_ids = $2 where id = $1";
    const write = async () => {
      this.#unwritten = true;
      await database().pool.query(statement, [this.#id, [...this.#runners.keys()]]);
      this.#unwritten = false;
    };
    await (this.#written = this.#written.then(write, write));
  }

  async #hold(): Promise<void> {
    const client = new pg.Client({ connectionString: database().url, keepAlive: true, options: KEEPALIVE });
    this.#client = client;
    const again = () => {
      if (this.#client !== client || !this.#running) return;
      this.#client = null;
      this.#holds = false;
      this.#retry = setTimeout(() => void this.#hold().catch(report("worker presence lost")), RECONNECT_MS);
    };
    client.on("error", again).on("end", again);
    try {
      await client.connect();
      await client.query("select pg_advisory_lock($1)", [this.#lockKey]);
      await client.query(
        `insert into worker_process (id, lock_key, worker_ids, started_at) values ($1, $2, $3, $4)
         on conflict (id) do update set worker_ids = excluded.worker_ids`,
        [this.#id, this.#lockKey, [...this.#runners.keys()], clock.now()],
      );
      this.#holds = this.#client === client;
    } catch (error) {
      again();
      throw error;
    }
  }

  /** One at a time: a database that does not answer would else be asked over ever more connections. */
  #sweepOnce(): void {
    if (this.#sweeping) return;
    this.#sweeping = true;
    void this.#lookAfter()
      .catch(report("jobs of ended workers not freed"))
      .finally(() => (this.#sweeping = false));
  }

  async #lookAfter(): Promise<void> {
    if (!this.#holds) return; // it would take itself for ended
    if (this.#unwritten) await this.#write();
    for (const [workerId, held] of this.#runners) {
      const jobs = await held.freeLost(workerId);
      if (jobs) log.warn({ jobs }, "freed jobs that were fetched and never arrived");
    }
    await this.#freeJobs();
  }

  async #freeJobs(): Promise<void> {
    const { rows } = await database().pool.query<{ ids: string[] }>(FREE_JOBS);
    const ids = rows[0]?.ids ?? [];
    if (ids.length) log.warn({ workers: ids.length }, "freed the jobs of ended workers");
  }
}

const report = (message: string) => (error: Error) => log.warn({ err: error.message }, message);

/**
 * Forgets processes without their lock and unlocks their jobs at once, and what is locked by nobody known: jobs taken in
 * the last seconds may belong to a process whose row is being written.
 */
const FREE_JOBS = `
  with held as (
    select (classid::bigint << 32) | objid::bigint as key from pg_locks
    where locktype = 'advisory' and objsubid = 1 and granted
      and database = (select oid from pg_database where datname = current_database())
  ), gone as (
    delete from worker_process where lock_key not in (select key from held) returning worker_ids
  ), alive as (
    select unnest(worker_ids) as id from worker_process where lock_key in (select key from held)
  ), ended as (
    select array_agg(distinct locked_by) as ids from graphile_worker._private_jobs
    where locked_by in (select unnest(worker_ids) from gone)
      or (locked_at < now() - interval '3 seconds' and locked_by not in (select id from alive))
  )
  select ids, graphile_worker.force_unlock_workers(ids)::text from ended where ids is not null`;
