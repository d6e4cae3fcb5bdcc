import { EventEmitter } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { Logger, run, type Runner, type Task, type TaskList, type WorkerEvents } from "graphile-worker";
import { registry } from "~/jobs/registry.server";
import { schedule } from "~/jobs/schedule.server";
import { closeTransport } from "~/domain/mail/transports/choose-transport.server";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { enqueue, type Job } from "~/platform/jobs.server";
import { log } from "~/platform/log.server";
import { fetchSuccessors } from "./fetch-successors.server";
import { returnCachedJobs } from "./return-cached-jobs.server";
import { WorkerPresence } from "./worker-presence.server";

const CONCURRENCY = 6;
/** How often it looks for jobs that nobody told it of. */
const POLL_MS = 2_000;
const RELAUNCH_MS = 1_000;

/** The worker role: runs jobs and the schedule until `stop`, which waits for the jobs at work. */
export async function startWorker({ pollMs = POLL_MS } = {}): Promise<{ stop(): Promise<void> }> {
  const presence = new WorkerPresence();
  await presence.start();
  const tasks = taskList();
  let stopping = false;
  let runner = await launch(presence, tasks, pollMs);
  let ended = watch();
  await enqueue(systemCtx(), "mail.sweep-deliveries", {}, { key: "start:mail.sweep-deliveries" });
  await enqueue(systemCtx(), "search.check", {}, { key: "start:search.check" });

  /** A runner that ends by itself (the database was away for long) is replaced. */
  function watch(): Promise<void> {
    return runner.promise
      .catch((error: Error) => log.error({ err: error }, "the worker ended"))
      .then(async () => {
        while (!stopping) {
          await sleep(RELAUNCH_MS);
          if (stopping) return;
          try {
            runner = await launch(presence, tasks, pollMs);
          } catch (error) {
            log.error({ err: error }, "the worker does not start");
            continue;
          }
          ended = watch();
          return;
        }
      });
  }

  return {
    async stop() {
      stopping = true;
      await runner.stop().catch(() => undefined);
      // Only this waits for jobs given back and marks written.
      await ended;
      await presence.stop();
      closeTransport();
    },
  };
}

function launch(presence: WorkerPresence, tasks: TaskList, pollMs: number): Promise<Runner> {
  const events = new EventEmitter() as WorkerEvents;
  events.on("pool:create", ({ workerPool }) => void presence.add(workerPool.id).catch(logLoss));
  events.on("localQueue:init", ({ localQueue }) => returnCachedJobs(localQueue));
  fetchSuccessors(events);
  return run({
    pgPool: database().pool,
    taskList: tasks,
    parsedCronItems: schedule(),
    noHandleSignals: true,
    events,
    logger,
    preset: {
      worker: {
        concurrentJobs: CONCURRENCY,
        pollInterval: pollMs,
        // Jobs are fetched and completed several at a time: a fraction of the round trips.
        localQueue: { size: 2 * CONCURRENCY },
        completeJobBatchDelay: 5,
        failJobBatchDelay: 5,
      },
    },
  });
}

const logLoss = (error: Error) => log.warn({ err: error.message }, "worker presence not recorded");

function taskList(): TaskList {
  return Object.fromEntries([...registry.values()].map((job) => [job.name, task(job)]));
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

/** The queue's own words only when something is wrong with the queue; jobs that fail are logged above. */
const logger = new Logger((scope) => (level, message) => {
  if (level === "error" && scope.label !== "worker" && scope.label !== "job") log.error(message);
  else if (level === "warning") log.warn(message);
});
