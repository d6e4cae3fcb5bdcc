import { EventEmitter } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { Logger, type ParsedCronItem, run, type Runner, type TaskList, type WorkerEvents } from "graphile-worker";
import { database } from "~/platform/db.server";
import { log } from "~/platform/log.server";
import { fetchSuccessors } from "./fetch-successors.server";
import { hearAfterRest } from "./hear-after-rest.server";
import { returnCachedJobs } from "./return-cached-jobs.server";
import type { WorkerPresence } from "./worker-presence.server";

const RELAUNCH_MS = 1_000;

export type LaneOptions = {
  /** How many jobs run at a time. */
  hands: number;
  tasks: TaskList;
  crons: ParsedCronItem[];
  /** How often it looks for jobs that nobody told it of. */
  pollMs: number;
  /** Looks for jobs at most about so often, though each new job is told of: a lane that may wait costs next to nothing. */
  restMs?: number;
};

/** Runs the jobs of one lane until `stop`, which waits for the jobs at work. */
export async function startLane(presence: WorkerPresence, options: LaneOptions): Promise<{ stop(): Promise<void> }> {
  let stopping = false;
  let runner = await launch(presence, options);
  const ended = watch();

  /** A runner that ends by itself (the database was away for long) is replaced. */
  async function watch(): Promise<void> {
    while (!stopping) {
      await runner.promise.catch((error: Error) => log.error({ err: error }, "the worker ended"));
      if (!stopping) await relaunch();
    }
  }

  async function relaunch(): Promise<void> {
    for (;;) {
      await sleep(RELAUNCH_MS);
      if (stopping) return;
      try {
        runner = await launch(presence, options);
        return;
      } catch (error) {
        log.error({ err: error }, "the worker does not start");
      }
    }
  }

  return {
    async stop() {
      stopping = true;
      await runner.stop().catch(() => undefined);
      // Only this waits for jobs given back and marks written.
      await ended;
    },
  };
}

function launch(presence: WorkerPresence, { hands, tasks, crons, pollMs, restMs }: LaneOptions): Promise<Runner> {
  const events = new EventEmitter() as WorkerEvents;
  events.on("pool:create", ({ workerPool }) => void presence.add(workerPool.id).catch(logLoss));
  events.on("localQueue:init", ({ localQueue }) => returnCachedJobs(localQueue));
  fetchSuccessors(events);
  hearAfterRest(events);
  return run({
    pgPool: database().pool,
    taskList: tasks,
    parsedCronItems: crons,
    noHandleSignals: true,
    events,
    logger,
    preset: {
      worker: {
        concurrentJobs: hands,
        pollInterval: pollMs,
        // Jobs are fetched and completed several at a time: a fraction of the round trips.
        localQueue: {
          size: 2 * hands,
          ...(restMs ? { refetchDelay: { durationMs: restMs, maxAbortThreshold: Infinity } } : {}),
        },
        completeJobBatchDelay: 5,
        failJobBatchDelay: 5,
      },
    },
  });
}

const logLoss = (error: Error) => log.warn({ err: error.message }, "worker presence not recorded");

/** The queue's own words only when something is wrong with the queue; jobs that fail are logged where they run. */
const logger = new Logger((scope) => (level, message) => {
  if (level === "error" && scope.label !== "worker" && scope.label !== "job") log.error(message);
  else if (level === "warning") log.warn(message);
});
