import type { WorkerEvents } from "graphile-worker";
import { database } from "~/platform/db.server";

/** Private in the declaration: jobs are on their way here. */
type Fetching = { fetchInProgress: boolean };

/**
 * The jobs that a runner has fetched and neither ended nor given back. A job locked under the runner's name that is not
 * among them is lost: its lock was committed and the answer that told of it never came, because the connection broke.
 */
export class HeldJobs {
  readonly #ids = new Set<string>();
  #lost = new Set<string>();
  #waiting: (() => void)[] = [];
  #queue: Fetching | undefined;

  constructor(events: WorkerEvents) {
    events.on("localQueue:init", ({ localQueue }) => (this.#queue = localQueue as unknown as Fetching));
    events.on("localQueue:getJobs:complete", ({ jobs }) => jobs.forEach(({ id }) => this.#ids.add(id)));
    events.on("localQueue:returnJobs", ({ jobs }) => jobs.forEach(({ id }) => this.#drop(id)));
    events.on("job:complete", ({ job }) => this.#drop(job.id));
    events.on("worker:fatalError", ({ worker }) => this.#drop(worker.getActiveJob()?.id));
  }

  /** Resolves as soon as none is held. */
  none(): Promise<void> {
    return this.#ids.size ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve();
  }

  /**
   * Unlocks what is lost now and was when this was last called: what has just ended is locked until its end is written.
   * Answers how many.
   */
  async freeLost(workerId: string): Promise<number> {
    if (this.#queue?.fetchInProgress) return 0;
    const { pool } = database();
    const { rows } = await pool.query<{ id: string }>(LOST, [workerId, [...this.#ids]]);
    const twice = rows.flatMap(({ id }) => (this.#lost.has(id) && !this.#ids.has(id) ? [id] : []));
    this.#lost = new Set(rows.map(({ id }) => id));
    if (twice.length) await pool.query(FREE, [workerId, twice]);
    return twice.length;
  }

  #drop(id: string | undefined): void {
    if (id === undefined || !this.#ids.delete(id) || this.#ids.size) return;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}

const LOST = `
  select id::text from graphile_worker._private_jobs
  where locked_by = $1 and locked_at < now() - interval '3 seconds' and id <> all($2::bigint[])`;

const FREE = `
  with freed as (
    update graphile_worker._private_jobs set locked_at = null, locked_by = null
    where id = any($2::bigint[]) and locked_by = $1 returning job_queue_id
  )
  update graphile_worker._private_job_queues set locked_at = null, locked_by = null
  where id in (select job_queue_id from freed) and locked_by = $1`;
