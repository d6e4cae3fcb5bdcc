import { setTimeout as sleep } from "node:timers/promises";
import {
  type EnqueuedTaskPromise,
  Meilisearch,
  MeilisearchApiError,
  MeilisearchRequestError,
  type Task,
} from "meilisearch";

export type MeilisearchAccess = { host: string; apiKey: string };

const SEARCH_MS = 1_500;
const WRITE_MS = 30_000;
const TASK_MS = 10 * 60_000;
const TRIES = 4;

/** Searches must not wait for long: another engine stands in. Writes may, and are tried again. */
export const searchClient = ({ host, apiKey }: MeilisearchAccess) =>
  new Meilisearch({ host, apiKey, timeout: SEARCH_MS });
export const writeClient = ({ host, apiKey }: MeilisearchAccess) =>
  new Meilisearch({ host, apiKey, timeout: WRITE_MS, defaultWaitOptions: { timeout: TASK_MS, interval: 25 } });

/** Repeats what failed for a reason that passes: no connection, a timeout, 408, 429 and 5xx. */
export async function patiently<T>(act: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await act();
    } catch (error) {
      if (attempt >= TRIES || !passes(error)) throw error;
      await sleep(100 * 2 ** attempt + Math.random() * 50);
    }
  }
}

const passes = (error: unknown): boolean =>
  error instanceof MeilisearchRequestError ||
  (error instanceof MeilisearchApiError &&
    (error.response.status >= 500 || [408, 429].includes(error.response.status)));

/** Sends a change and waits until the server has carried it out; what it answers is thrown when it could not. */
export async function carriedOut(send: () => EnqueuedTaskPromise): Promise<Task> {
  const task = await patiently(() => send().waitTask());
  if (task.status !== "succeeded")
    throw new Error(`Meilisearch ${task.type} ${task.status}: ${task.error?.message ?? "no reason given"}`);
  return task;
}

/** The server's own name of what is wrong, such as `index_not_found`. */
export const errorCode = (error: unknown): string | null =>
  error instanceof MeilisearchApiError ? (error.cause?.code ?? null) : null;

/** One line that names the server's answer, or why there was none. */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause =
    error instanceof MeilisearchRequestError && error.cause instanceof Error ? `: ${error.cause.message}` : "";
  return `${error.message}${cause}`;
}
