import { DESK_NAMESPACES } from "./config";
import type { Strings } from "./translate";

const files = import.meta.glob<Record<string, string>>(
  "./locales/*/{common,tickets,identity,desk,routing,agents,sla,calendars,contracts,mailroom,mailrules,mailadmin,templates,replies,transfer,knowledge,answers,search,news}.json",
  { import: "default" },
);

/** The words of every desk screen in the page's language. */
export async function loadDeskStrings(): Promise<Strings> {
  const strings: Strings = {};
  await Promise.all(
    DESK_NAMESPACES.map(async (namespace) => {
      const load = files[`./locales/${document.documentElement.lang}/${namespace}.json`];
      for (const [key, text] of Object.entries((await load?.()) ?? {})) strings[`${namespace}:${key}`] = text;
    }),
  );
  return strings;
}
