import { EventEmitter } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { Logger, type ParsedCronItem, run, type TaskList, type WorkerEvents } from "graphile-worker";
import type { Pool } from "pg";
import { log } from "~/platform/log.server";
import { fetchSuccessors } from "./fetch-successors.server";
import { hearAfterRest } from "./hear-after-rest.server";
import { HeldJobs } from "./held-jobs.server";
import { returnCachedJobs } from "./return-cached-jobs.server";

/** A runner that has not looked for jobs by then never will: it keeps the failure to learn its jobs' numbers. */
const FIRST_LOOK_MS = 15_000;
/** Long enough for what has ended to be written, where that is still possible. */
const LAST_WORDS_MS = 1_000;

export type RunnerOptions = {
  /** For the queue alone. */
  pool: Pool;
  /** How many jobs run at a time. */
  hands: number;
  tasks: TaskList;
  crons: ParsedCronItem[];
  /** How often it looks for jobs that nobody told it of. */
  pollMs: number;
  /** Looks for jobs at most about so often, though each new job is told of: a lane that may wait costs next to nothing. */
  restMs?: number;
};

/** A runner of jobs: its name as locks tell it, and how it ends. */
export type LaunchedRunner = {
  workerId: string;
  held: HeldJobs;
  /** It takes no more jobs: it was stopped, could not write an end, or never got to look. Never rejects. */
  left: Promise<void>;
  /** It has left, and no job of it is at work. Never rejects. */
  gone: Promise<void>;
  stop(): Promise<void>;
};

/**
 * Starts one runner. Its own promise is not relied upon once an end of a job could not be written: graphile-worker
 * 0.17.3 then gives up at the first failure, counts its unwritten ends below zero and waits for them for ever.
 */
export async function launchRunner({
  pool,
  hands,
  tasks,
  crons,
  pollMs,
  restMs,
}: RunnerOptions): Promise<LaunchedRunner> {
  const events = new EventEmitter() as WorkerEvents;
  const held = new HeldJobs(events);
  let workerId = "";
  events.on("pool:create", ({ workerPool }) => (workerId = workerPool.id));
  events.on("localQueue:init", ({ localQueue }) => returnCachedJobs(localQueue));
  fetchSuccessors(events);
  hearAfterRest(events);
  const leaving = new Promise<void>((resolve) => events.once("pool:gracefulShutdown", () => resolve()));
  const unwritten = new Promise<void>((resolve) => events.once("pool:fatalError", () => resolve()));
  const looked = new Promise<true>((resolve) => events.once("localQueue:getJobs:complete", () => resolve(true)));
  const runner = await run({
    pgPool: pool,
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
  const over = runner.promise.catch((error: Error) => log.error({ err: error }, "the worker ended"));
  const given = Promise.race([over, unwritten.then(() => held.none()).then(() => sleep(LAST_WORDS_MS))]);
  const blind = Promise.race([looked, sleep(FIRST_LOOK_MS, false, { ref: false })]);
  return {
    workerId,
    held,
    left: Promise.race([leaving, over, blind.then((sees) => (sees ? leaving : undefined))]),
    gone: given.then(() => held.none()),
    // Its schedule ends with this alone; "already stopped" where it has ended by itself.
    stop: () => Promise.race([runner.stop().catch(() => undefined), given]),
  };
}

/** The queue's own words only when something is wrong with the queue; jobs that fail are logged where they run. */
const logger = new Logger((scope) => (level, message) => {
  if (level === "error" && scope.label !== "worker" && scope.label !== "job") log.error(message);
  else if (level === "warning") log.warn(message);
});
