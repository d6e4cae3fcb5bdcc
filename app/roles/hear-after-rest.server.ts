import type { WorkerEvents } from "graphile-worker";

/** Private in the declaration: how many jobs a queue was told of since it last looked. */
type Counting = { refetchDelayCounter: number };

/**
 * Has a queue that rests between two looks look again when jobs were added meanwhile. graphile-worker 0.17.3 forgets those
 * that it was told of during its `refetchDelay`: they would wait for the next poll.
 */
export function hearAfterRest(events: WorkerEvents): void {
  events.on("localQueue:refetchDelay:expired", ({ localQueue }) => {
    if ((localQueue as unknown as Counting).refetchDelayCounter > 0) localQueue.pulse(0);
  });
}
