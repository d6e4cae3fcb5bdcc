import { useMemo, useSyncExternalStore } from "react";

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

/**
 * The present in milliseconds: the server's when the page was loaded (an ISO instant), then moving on each minute by
 * the time that passed here, so that a wrong clock of the reader's does no harm.
 */
export function useNow(loadedAt: string): number {
  const last = useSyncExternalStore(
    subscribe,
    () => ticked,
    () => 0,
  );
  const loaded = useMemo(() => ({ at: Date.parse(loadedAt), here: Date.now() }), [loadedAt]);
  return loaded.at + Math.max(0, last - loaded.here);
}
