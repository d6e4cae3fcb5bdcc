import { setTimeout as sleep } from "node:timers/promises";

const AT_LEAST_MS = 200;

/** Answers after the same time whether an address is known or not, so that nobody learns it by a stopwatch. */
export async function takeTheSameTime<T>(work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  try {
    return await work();
  } finally {
    await sleep(Math.max(0, AT_LEAST_MS - (performance.now() - started)));
  }
}
