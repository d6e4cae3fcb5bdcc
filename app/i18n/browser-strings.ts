import { NAMESPACES } from "./config";
import type { Strings } from "./translate";

const files = import.meta.glob<Record<string, string>>(
  "./locales/*/{common,tickets,identity,portal,desk,routing,agents,sla,calendars,contracts}.json",
  { import: "default" },
);

let loaded: Strings = {};

/** Loads the strings of the page's language and half, once, before the page is hydrated. */
export async function loadStrings(): Promise<void> {
  const { lang, dataset } = document.documentElement;
  const strings: Strings = {};
  await Promise.all(
    NAMESPACES[dataset.half === "desk" ? "desk" : "portal"].map(async (namespace) => {
      const load = files[`./locales/${lang}/${namespace}.json`];
      for (const [key, text] of Object.entries((await load?.()) ?? {})) strings[`${namespace}:${key}`] = text;
    }),
  );
  loaded = strings;
}

export const browserStrings = (): Strings => loaded;
