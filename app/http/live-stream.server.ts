import { clock } from "~/platform/clock.server";
import { log } from "~/platform/log.server";
import { subscribe } from "~/platform/live-client.server";

const PER_SIGNAL_MS = 1_000;
const HEARTBEAT_MS = 25_000;

/**
 * A server-sent event stream that names the topics that changed since `since` (`*`: any), at most once a second; the
 * page reloads its data. While it is open, `onBeat` hears of it every 25 seconds.
 */
export function liveStream(
  request: Request,
  topics: ReadonlySet<string>,
  since: number,
  onBeat?: (now: Date) => Promise<unknown>,
): Response {
  const encoder = new TextEncoder();
  let cleanUp = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let pending: NodeJS.Timeout | null = null;
      let last = 0;
      const changed = new Set<string>();
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const fire = () => {
        pending = null;
        last = Date.now();
        send(`event: change\ndata: ${[...changed].join(" ")}\n\n`);
        changed.clear();
      };
      const close = () => {
        cleanUp();
        try {
          controller.close();
        } catch {
          // the reader is gone already
        }
      };
      send("retry: 3000\n\n");
      const stop = subscribe({
        topics,
        since,
        notify(topic) {
          changed.add(topic);
          pending ??= setTimeout(fire, Math.max(0, last + PER_SIGNAL_MS - Date.now()));
        },
        end: close,
      });
      const beat = setInterval(() => {
        send(": still here\n\n");
        onBeat?.(clock.now()).catch((error: unknown) => log.warn({ err: error }, "a stream's beat went unheard"));
      }, HEARTBEAT_MS);
      cleanUp = () => {
        stop();
        clearInterval(beat);
        if (pending) clearTimeout(pending);
      };
      request.signal.addEventListener("abort", close);
    },
    cancel: () => cleanUp(),
  });
  return new Response(body, {
    headers: { "Content-Type": "text/event-stream", "Cache-Control": "no-store", "X-Accel-Buffering": "no" },
  });
}
