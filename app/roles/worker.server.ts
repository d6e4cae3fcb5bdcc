import type { Task, TaskList } from "graphile-worker";
import { closeTransport } from "~/domain/mail/transports/choose-transport.server";
import { registry } from "~/jobs/registry.server";
import { schedule } from "~/jobs/schedule.server";
import { systemCtx } from "~/platform/ctx.server";
import { database, openPool } from "~/platform/db.server";
import { enqueue, type Job, type Lane } from "~/platform/jobs.server";
import { log } from "~/platform/log.server";
import { startLane } from "./lane.server";
import { WorkerPresence } from "./worker-presence.server";

const POLL_MS = 2_000;

const LANES: readonly { lane: Lane; hands: number; restMs?: number }[] = [
  { lane: "own", hands: 6 },
  { lane: "mail", hands: 4, restMs: 100 },
  { lane: "outside", hands: 2, restMs: 200 },
];

/** The worker role: runs the jobs of every lane and the schedule until `stop`, which waits for the jobs at work. */
export async function startWorker({ pollMs = POLL_MS, sweepMs }: { pollMs?: number; sweepMs?: number } = {}): Promise<{
  stop(): Promise<void>;
}> {
  const presence = new WorkerPresence(sweepMs);
  await presence.start();
  // A lane listens on a connection of its own. Out of the pool of the jobs it would keep those that hold a lock from working.
  const pool = openPool(database().url, 2 * LANES.length);
  const lanes = await Promise.all(
    LANES.map(({ lane, ...options }) => {
      const crons = lane === "own" ? schedule() : [];
      return startLane(presence, { ...options, pool, pollMs, crons, tasks: tasksOf(lane) });
    }),
  );
  await enqueue(systemCtx(), "mail.sweep-deliveries", {}, { key: "start:mail.sweep-deliveries" });
  await enqueue(systemCtx(), "search.check", {}, { key: "start:search.check" });

  return {
    async stop() {
      await Promise.all(lanes.map((lane) => lane.stop()));
      await presence.stop();
      await pool.end();
      closeTransport();
    },
  };
}

function tasksOf(lane: Lane): TaskList {
  const jobs = [...registry.values()].filter((job) => (job.lane ?? "own") === lane);
  return Object.fromEntries(jobs.map((job) => [job.name, task(job)]));
}

/** A payload is ids only, so that a failure can be logged with its name and number and without secrets. */
const task =
  (job: Job): Task =>
  async (payload, { job: { id, attempts, max_attempts } }) => {
    try {
      await job.run(systemCtx(), job.payload.parse(payload));
    } catch (error) {
      log.error({ err: error, job: job.name, jobId: id, attempts, maxAttempts: max_attempts }, "job failed");
      if (attempts >= max_attempts) await job.giveUp?.(systemCtx(), job.payload.parse(payload), error);
      throw error;
    }
  };
