import { setTimeout as sleep } from "node:timers/promises";
import { log } from "~/platform/log.server";
import { type LaunchedRunner, launchRunner, type RunnerOptions } from "./launch-runner.server";
import type { WorkerPresence } from "./worker-presence.server";

const RELAUNCH_MS = 1_000;

/** Runs the jobs of one lane until `stop`, which waits for the jobs at work. */
export async function startLane(presence: WorkerPresence, options: RunnerOptions): Promise<{ stop(): Promise<void> }> {
  let stopping = false;
  let runner = await launch();
  /** Runners that take no more jobs and have some at work. */
  const leaving = new Set<Promise<void>>();
  const ended = watch();

  async function launch(): Promise<LaunchedRunner> {
    const launched = await launchRunner(options);
    void presence.add(launched.workerId, launched.held).catch(logLoss);
    return launched;
  }

  /** A runner that leaves by itself (the database was away) is replaced at once; its jobs at work end beside the new one's. */
  async function watch(): Promise<void> {
    for (;;) {
      await runner.left;
      retire(runner);
      if (!stopping) await relaunch();
      if (stopping) return;
    }
  }

  function retire({ workerId, gone, stop }: LaunchedRunner): void {
    void stop();
    const forgotten = gone.then(() => presence.remove(workerId)).catch(logLoss);
    leaving.add(forgotten);
    void forgotten.then(() => leaving.delete(forgotten));
  }

  async function relaunch(): Promise<void> {
    for (;;) {
      await sleep(RELAUNCH_MS);
      if (stopping) return;
      try {
        runner = await launch();
        if (stopping) retire(runner);
        return;
      } catch (error) {
        log.error({ err: error }, "the worker does not start");
      }
    }
  }

  return {
    async stop() {
      stopping = true;
      await runner.stop();
      // Only these wait for jobs given back and marks written.
      await ended;
      await Promise.all(leaving);
    },
  };
}

const logLoss = (error: Error) => log.warn({ err: error.message }, "worker presence not recorded");
