import pg from "pg";
import { log } from "./log.server";
import { LIVE_CHANNEL } from "./live.server";

type Listener = { topics: ReadonlySet<string>; since: number; notify: (topic: string) => void; end: () => void };

/** So long after a signal somebody may still say: I have read the data before it. */
const REMEMBERED_MS = 120_000;

const listeners = new Set<Listener>();
/** Topics with the moment of their last signal (milliseconds since 1970), the oldest first. */
const signals = new Map<string, number>();
/** All signals since then were heard. */
let heardSince = Infinity;
let client: pg.Client | null = null;
let running = false;
let retry: NodeJS.Timeout | undefined;

/** Starts the process's one LISTEN client, outside the pool; it reconnects until `stopLive`. */
export function startLive(): void {
  if (running) return;
  running = true;
  void connect();
}

async function connect(): Promise<void> {
  const next = new pg.Client({ connectionString: process.env.DATABASE_URL, keepAlive: true });
  const again = (error?: Error) => {
    if (client !== next) return;
    client = null;
    heardSince = Infinity;
    if (!running) return;
    log.warn({ err: error?.message }, "live updates lost their connection");
    retry = setTimeout(() => void connect(), 1_000);
  };
  client = next;
  next.on("error", again).on("end", () => again());
  next.on("notification", ({ payload }) => deliver((payload ?? "").split(" ")));
  try {
    await next.connect();
    await next.query(`listen ${LIVE_CHANNEL}`);
    heardSince = Date.now();
    // Whoever waited through the gap may have missed something.
    for (const listener of listeners) listener.notify("*");
  } catch (error) {
    again(error as Error);
  }
}

function deliver(topics: string[]): void {
  remember(topics, Date.now());
  for (const listener of listeners) {
    for (const topic of topics) if (listener.topics.has(topic)) listener.notify(topic);
  }
}

function remember(topics: string[], now: number): void {
  // Who looks at a ticket is old at once, and whoever opens it would hear of that first of all.
  for (const topic of topics.filter((topic) => !topic.startsWith("presence:"))) {
    signals.delete(topic);
    signals.set(topic, now);
  }
  for (const [topic, at] of signals) {
    if (at >= now - REMEMBERED_MS) break;
    signals.delete(topic);
  }
}

/**
 * Calls `notify` for every signal on one of the topics, first of all for those since `since` (milliseconds since 1970),
 * `*` after a gap or where nobody remembers; `end` when the process stops.
 */
export function subscribe(listener: Listener): () => void {
  const { topics, since, notify } = listener;
  listeners.add(listener);
  if (since < Math.max(heardSince, Date.now() - REMEMBERED_MS)) notify("*");
  else for (const topic of topics) if ((signals.get(topic) ?? 0) >= since) notify(topic);
  return () => void listeners.delete(listener);
}

/** Ends every stream, then the client: an open stream would hold the process. */
export async function stopLive(): Promise<void> {
  running = false;
  clearTimeout(retry);
  for (const listener of listeners) listener.end();
  listeners.clear();
  signals.clear();
  heardSince = Infinity;
  const open = client;
  client = null;
  await open?.end().catch(() => undefined);
}
