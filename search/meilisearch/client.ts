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
export async function patiently<T>(act: () => Promise<T>, passing = passes): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await act();
    } catch (error) {
      if (attempt >= TRIES || !passing(error)) throw error;
      await sleep(100 * 2 ** attempt + Math.random() * 50);
    }
  }
}

const isRefused = (error: unknown): boolean =>
  error instanceof MeilisearchApiError && (error.response.status >= 500 || [408, 429].includes(error.response.status));
const passes = (error: unknown): boolean => error instanceof MeilisearchRequestError || isRefused(error);

type Change = {
  /** Carried out twice it does something else: not sent again while the server may have taken it. */
  once?: boolean;
  /** Failing of this, the server is as the change would leave it, because an earlier sending got through. */
  done?: string;
};

/** Sends a change and waits until the server has carried it out; what it answers is thrown when it could not. */
export async function carriedOut(
  client: Meilisearch,
  send: () => EnqueuedTaskPromise,
  { once = false, done }: Change = {},
): Promise<void> {
  const { taskUid } = await patiently(async () => send(), once ? isRefused : passes);
  const task: Task = await patiently(() => client.tasks.waitForTask(taskUid));
  if (task.status === "succeeded" || (done !== undefined && task.error?.code === done)) return;
  const reason = task.error ? `${task.error.message} (${task.error.code})` : "no reason given";
  throw new EngineError(`Meilisearch ${task.type} ${task.status}: ${reason}`);
}

/** The server's own name of what is wrong, such as `index_not_found`. */
export const errorCode = (error: unknown): string | null =>
  error instanceof MeilisearchApiError ? (error.cause?.code ?? null) : null;

/** What the server refuses or cannot do, or that it cannot be reached; the message is for people. */
export class EngineError extends Error {
  override readonly name = "EngineError";
}

/** An error whose message alone says what the server answered, or why there was no answer. */
export function explained(error: unknown): Error {
  if (error instanceof MeilisearchApiError) {
    const code = error.cause?.code;
    const answer = `Meilisearch answered ${error.response.status}: ${error.message}${code ? ` (${code})` : ""}`;
    return new EngineError(answer, { cause: error });
  }
  if (error instanceof MeilisearchRequestError)
    return new EngineError([error.message, ...reasonsOf(error.cause)].join(": "), { cause: error });
  if (error instanceof SyntaxError)
    return new EngineError(`What answers at MEILISEARCH_HOST is no Meilisearch: ${error.message}`, { cause: error });
  return error instanceof Error ? error : new Error(String(error));
}

function reasonsOf(cause: unknown): string[] {
  if (!(cause instanceof Error)) return [];
  const first: unknown = cause instanceof AggregateError ? cause.errors[0] : cause.cause;
  return [cause.message, ...reasonsOf(first)].filter(Boolean);
}
