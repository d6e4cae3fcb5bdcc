import type { WorkerEvents } from "graphile-worker";

/** By then a job that ended is taken off the list, and its queue is free. */
const FREED_MS = 30;

/**
 * Looks for the next job of a queue when one of it has ended. graphile-worker's local queue learns of a job when it is
 * added; one that could not begin then, because another of its queue was running, would wait for the next poll.
 */
export function fetchSuccessors(events: WorkerEvents): void {
  events.on("job:complete", ({ worker, job }) => {
    if (job.job_queue_id !== null) setTimeout(() => worker.workerPool.nudge(1), FREED_MS);
  });
}
