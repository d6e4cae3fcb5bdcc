/** A timer that runs longer was most likely forgotten: stopping it asks how long the work took. */
export const LONG_TIMER_MS = 12 * 3_600_000;

export const isForgotten = (startedAt: Date, now: Date): boolean => now.getTime() - startedAt.getTime() > LONG_TIMER_MS;

/** Whole seconds that a timer measured; never below zero. */
export const measured = (startedAt: Date, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - startedAt.getTime()) / 1_000));
