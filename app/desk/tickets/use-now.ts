import { useSyncExternalStore } from "react";

const MINUTE = 60_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let ticked = 0;

function tick() {
  ticked = Date.now();
  for (const listener of listeners) listener();
}
const wake = () => document.visibilityState === "visible" && tick();

/** One timer for the whole page, while anything on it listens; a tab that comes back is brought up to date at once. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!timer) {
    timer = setInterval(tick, MINUTE);
    document.addEventListener("visibilitychange", wake);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size) return;
    clearInterval(timer);
    timer = undefined;
    document.removeEventListener("visibilitychange", wake);
  };
}

const KEPT = 20;
const arrivals = new Map<string, number>();

/** When a load was first seen here, by the reader's clock. */
function arrivalOf(loadedAt: string): number {
  let at = arrivals.get(loadedAt);
  if (at === undefined) {
    arrivals.set(loadedAt, (at = Date.now()));
    const [oldest] = arrivals.keys();
    if (oldest !== undefined && arrivals.size > KEPT) arrivals.delete(oldest);
  }
  return at;
}

/**
 * The present in milliseconds: the server's when the page was loaded (an ISO instant), then moving on each minute by
 * the time that passed here, so that a wrong clock of the reader's does no harm.
 */
export function useNow(loadedAt: string): number {
  const loaded = Date.parse(loadedAt);
  return useSyncExternalStore(
    subscribe,
    () => loaded + Math.max(0, ticked - arrivalOf(loadedAt)),
    () => loaded,
  );
}
