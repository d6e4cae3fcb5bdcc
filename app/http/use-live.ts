import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { paths } from "./paths";
import { reloadWhenQuiet } from "./reload-when-quiet";

const CHANNEL = "sportello-live";
type Said =
  | { kind: "want"; tab: string; topics: string[] }
  | { kind: "leave"; tab: string }
  | { kind: "who" }
  | { kind: "change"; topics: string[] };

/**
 * Reloads the page's data when one of the topics changes. All tabs of a browser share one event stream: the tab that
 * holds the lock keeps it, for the topics of every tab, and tells the others.
 */
export function useLive(topics: readonly string[]): void {
  const { revalidate } = useRevalidator();
  const wanted = topics.join(" ");

  useEffect(() => {
    if (!wanted || !("locks" in navigator) || !("BroadcastChannel" in window)) return;
    const own = new Set(wanted.split(" "));
    const tab = crypto.randomUUID();
    const channel = new BroadcastChannel(CHANNEL);
    const done = new AbortController();
    let giveUp = () => {};

    function reload() {
      giveUp();
      if (document.visibilityState === "hidden") document.addEventListener("visibilitychange", reload, { once: true });
      else giveUp = reloadWhenQuiet(revalidate);
    }
    const heard = (changed: string[]) => {
      if (changed.some((topic) => topic === "*" || own.has(topic))) reload();
    };
    const want = () => channel.postMessage({ kind: "want", tab, topics: [...own] } satisfies Said);
    channel.addEventListener("message", ({ data }: MessageEvent<Said>) => {
      if (data.kind === "change") heard(data.topics);
      if (data.kind === "who") want();
    });
    want();
    void navigator.locks
      .request(CHANNEL, { signal: done.signal }, () => lead(channel, tab, own, heard, done.signal))
      .catch(() => undefined); // aborted: this tab went before it came to lead

    return () => {
      channel.postMessage({ kind: "leave", tab } satisfies Said);
      done.abort();
      giveUp();
      document.removeEventListener("visibilitychange", reload);
      channel.close();
    };
  }, [wanted, revalidate]);
}

/** Keeps the browser's one stream until the tab goes. */
function lead(
  channel: BroadcastChannel,
  tab: string,
  own: ReadonlySet<string>,
  heard: (topics: string[]) => void,
  signal: AbortSignal,
) {
  const byTab = new Map<string, string[]>([[tab, [...own]]]);
  let stream: EventSource | undefined;
  let open = "";
  function follow() {
    const topics = [...new Set([...byTab.values()].flat())].sort().join(" ");
    if (topics === open) return;
    open = topics;
    stream?.close();
    stream = new EventSource(paths.live(topics));
    stream.addEventListener("change", ({ data }: MessageEvent<string>) => {
      const changed = data.split(" ");
      heard(changed);
      channel.postMessage({ kind: "change", topics: changed } satisfies Said);
    });
  }
  const listen = ({ data }: MessageEvent<Said>) => {
    if (data.kind === "want") byTab.set(data.tab, data.topics);
    else if (data.kind === "leave") byTab.delete(data.tab);
    else return;
    follow();
  };
  channel.addEventListener("message", listen);
  channel.postMessage({ kind: "who" } satisfies Said);
  follow();
  return new Promise<void>((resolve) => {
    signal.addEventListener("abort", () => {
      channel.removeEventListener("message", listen);
      stream?.close();
      resolve();
    });
  });
}
