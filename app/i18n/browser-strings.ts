import type { Strings } from "./translate";

const files = import.meta.glob<Record<string, string>>("./locales/*/{common,tickets,identity,portal,desk}.json", {
  import: "default",
});

let loaded: Strings = {};

/** Loads the strings of the page's language and half, once, before the page is hydrated. */
export async function loadStrings(): Promise<void> {
  const { lang, dataset } = document.documentElement;
  const otherHalf = dataset.half === "desk" ? "/portal." : "/desk.";
  const wanted = Object.entries(files).filter(
    ([path]) => path.includes(`/locales/${lang}/`) && !path.includes(otherHalf),
  );
  const strings: Strings = {};
  await Promise.all(
    wanted.map(async ([path, load]) => {
      const namespace = path.slice(path.lastIndexOf("/") + 1, -".json".length);
      for (const [key, text] of Object.entries(await load())) strings[`${namespace}:${key}`] = text;
    }),
  );
  loaded = strings;
}

export const browserStrings = (): Strings => loaded;
