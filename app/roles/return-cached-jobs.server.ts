import type { WorkerEventMap } from "graphile-worker";

type LocalQueue = WorkerEventMap["localQueue:init"]["localQueue"];
/** Private in the declaration: counts what is under way, for which the end of the queue waits. */
type Counting = { background(promise: Promise<void>): void };

/**
 * Lets a queue of fetched jobs give back those that nobody began when its worker stops. graphile-worker 0.17.3 refuses
 * to, "already released", while nothing else of the queue is under way: the jobs would stay locked.
 */
export function returnCachedJobs(queue: LocalQueue): void {
  const release = queue.release.bind(queue);
  queue.release = () => {
    (queue as unknown as Counting).background(Promise.resolve());
    return release();
  };
}
