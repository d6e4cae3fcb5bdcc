import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { paths } from "./paths";
import { pageAskedAt, serverNow } from "./patient-fetch";
import { reloadWhenQuiet } from "./reload-when-quiet";

const CHANNEL = "sportello-live";
const REOPEN_MS = 15_000;

/** Topics, and when the data was asked for that their changes would make old (milliseconds since 1970, server's clock). */
type Wish = { topics: string[]; since: number };
type Said =
  | ({ kind: "want"; tab: string } & Wish)
  | { kind: "leave"; tab: string }
  | { kind: "who" }
  | { kind: "change"; topics: string[] };

/**
 * Reloads the page's data when one of the topics changes, also between its reading and the start of the stream. All
 * tabs of a browser share one event stream: the tab that holds the lock keeps it, for the topics of every tab, and tells
 * the others.
 */
export function useLive(topics: readonly string[]): void {
  const { revalidate } = useRevalidator();
  const wanted = topics.join(" ");

  useEffect(() => {
    if (!wanted || !("locks" in navigator) || !("BroadcastChannel" in window)) return;
    const own = new Set(wanted.split(" "));
    const wish: Wish = { topics: [...own], since: pageAskedAt() };
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
    const want = () => channel.postMessage({ kind: "want", tab, ...wish } satisfies Said);
    channel.addEventListener("message", ({ data }: MessageEvent<Said>) => {
      if (data.kind === "change") heard(data.topics);
      if (data.kind === "who") want();
    });
    want();
    void navigator.locks
      .request(CHANNEL, { signal: done.signal }, () => lead(channel, tab, wish, heard, done.signal))
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

/** Until when this page's stream followed what topics; the next one, of another part of the page, begins there. */
const followedUntil = new Map<string, number>();

/** Keeps the browser's one stream until the tab goes. */
function lead(
  channel: BroadcastChannel,
  tab: string,
  own: Wish,
  heard: (topics: string[]) => void,
  signal: AbortSignal,
) {
  const byTab = new Map<string, Wish>([[tab, own]]);
  /** The newest last; those before it go once it is open, so that nothing is missed between two. */
  let streams: EventSource[] = [];
  let followed: string[] = [];
  let reopening: ReturnType<typeof setTimeout> | undefined;
  function tell(topics: string[]) {
    heard(topics);
    channel.postMessage({ kind: "change", topics } satisfies Said);
  }
  function follow() {
    const wishes = [...byTab.values()];
    const topics = [...new Set(wishes.flatMap((wish) => wish.topics))].sort();
    if (topics.join(" ") === followed.join(" ")) return;
    const before = followed;
    followed = topics;
    open(Math.min(serverNow(), ...wishes.flatMap((wish) => startsOf(wish, before))));
  }
  /** From when on each topic of a wish is to be followed that was not followed before. */
  function startsOf({ topics, since }: Wish, before: string[]): number[] {
    const added = topics.filter((topic) => !before.includes(topic));
    return added.map((topic) => Math.max(since, followedUntil.get(topic) ?? 0));
  }
  function open(since: number) {
    clearTimeout(reopening);
    const stream = new EventSource(paths.live(followed.join(" "), since));
    let opened = false;
    streams.push(stream);
    stream.addEventListener("open", () => {
      for (const earlier of streams.splice(0, streams.indexOf(stream))) earlier.close();
      // The line was lost, and nobody knows what was said meanwhile.
      if (opened) tell(["*"]);
      opened = true;
    });
    stream.addEventListener("change", ({ data }: MessageEvent<string>) => tell(data.split(" ")));
    // A lost line is taken up again by the browser; an answer that is no stream, as while the server starts, is not.
    stream.addEventListener("error", () => {
      if (stream.readyState !== EventSource.CLOSED || stream !== streams.at(-1)) return;
      reopening = setTimeout(() => open(Math.min(...[...byTab.values()].map((wish) => wish.since))), REOPEN_MS);
    });
  }
  const listen = ({ data }: MessageEvent<Said>) => {
    if (data.kind === "want") byTab.set(data.tab, { topics: data.topics, since: data.since });
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
      clearTimeout(reopening);
      followedUntil.clear();
      if (streams[0]?.readyState === EventSource.OPEN)
        for (const topic of followed) followedUntil.set(topic, serverNow());
      for (const stream of streams) stream.close();
      streams = [];
      resolve();
    });
  });
}
