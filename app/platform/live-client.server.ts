import pg from "pg";
import { log } from "./log.server";
import { LIVE_CHANNEL } from "./live.server";

type Listener = { topics: ReadonlySet<string>; notify: (topic: string) => void; end: () => void };

const listeners = new Set<Listener>();
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
    // Whoever waited through the gap may have missed something.
    for (const listener of listeners) listener.notify("*");
  } catch (error) {
    again(error as Error);
  }
}

function deliver(topics: string[]): void {
  for (const listener of listeners) {
    for (const topic of topics) if (listener.topics.has(topic)) listener.notify(topic);
  }
}

/** Calls `notify` for every signal on one of the topics, `*` after a gap; `end` when the process stops. */
export function subscribe(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Ends every stream, then the client: an open stream would hold the process. */
export async function stopLive(): Promise<void> {
  running = false;
  clearTimeout(retry);
  for (const listener of listeners) listener.end();
  listeners.clear();
  const open = client;
  client = null;
  await open?.end().catch(() => undefined);
}
