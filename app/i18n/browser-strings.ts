import type { Strings } from "./translate";

type Load = () => Promise<Record<string, string>>;

// Both hold all namespaces of the portal; see split-words.plugin.
const first = import.meta.glob<Record<string, string>>("./locales/*/portal.json", {
  query: "?first",
  import: "default",
});
const more = import.meta.glob<Record<string, string>>("./locales/*/portal.json", { query: "?more", import: "default" });

const loaded: Strings = {};

async function add(load: Load | undefined): Promise<void> {
  Object.assign(loaded, await load?.());
}

const file = () => `./locales/${document.documentElement.lang}/portal.json`;
const isDesk = () => document.documentElement.dataset.half === "desk";

let strings: Promise<void> | undefined;
let moreStrings: Promise<void> | undefined;

/** Loads the words of the page's language and half, once, before the page is hydrated: the desk's all, the portal's for its first page. */
export function loadStrings(): Promise<void> {
  strings ??= add(isDesk() ? () => import("./desk-strings").then((desk) => desk.loadDeskStrings()) : first[file()]);
  return strings;
}

/** Loads what the portal's other screens say; the desk has all its words from the start. */
export function loadMoreStrings(): Promise<void> {
  moreStrings ??= Promise.all([loadStrings(), isDesk() ? undefined : add(more[file()])]).then(() => undefined);
  return moreStrings;
}

export const browserStrings = (): Strings => loaded;
