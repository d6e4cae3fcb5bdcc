import type { Locale } from "./config";
import type { Strings } from "./translate";

const files = import.meta.glob<Record<string, string>>("./locales/*/*.json", { eager: true, import: "default" });

function gather(): Record<string, Strings> {
  const all: Record<string, Strings> = {};
  for (const [path, entries] of Object.entries(files)) {
    const [, locale = "", namespace = ""] = /locales\/(\w+)\/([\w-]+)\.json$/.exec(path) ?? [];
    const strings = (all[locale] ??= {});
    for (const [key, text] of Object.entries(entries)) strings[`${namespace}:${key}`] = text;
  }
  return all;
}

const byLocale = gather();

/** Every string of a language, for rendering on the server. */
export const stringsFor = (locale: Locale): Strings => byLocale[locale] ?? {};
