import type { Settings } from "meilisearch";
import { SEARCH_LOCALES } from "../document";
import { inLocales } from "./stored-document";

/** Pages end here; a total of so many is shown as "at least". */
export const MOST_HITS = 2_000;

/** ISO 639-3, as the tokenizer names languages. */
export const ISO_LOCALES = { en: "eng", it: "ita", ro: "ron", ru: "rus" } as const;

/** Folded words of grammar that are content in none of the four languages. */
const STOP_WORDS = `
  a an the of to and or is are was were be been with for my your
  il lo gli un una uno di da del della dei delle che per con e
  si sau de la cu pe o este sunt sa ce din pentru
  и в на с по не как что для или из у к от за`
  .trim()
  .split(/\s+/);

/** Everything that the index is built with but synonyms, which administrators change while it is in use. */
export const SETTINGS = {
  searchableAttributes: [...inLocales("title"), ...inLocales("keywords"), ...inLocales("body")],
  displayedAttributes: ["*"],
  filterableAttributes: ["key", "group", "kind", "audience", "facet", "at", "version", "removed"],
  sortableAttributes: ["at"],
  distinctAttribute: "group",
  rankingRules: ["words", "typo", "proximity", "attribute", "sort", "exactness", "quality:desc", "at:desc"],
  stopWords: [...new Set(STOP_WORDS)].toSorted(),
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: 5, twoTypos: 8 },
    disableOnNumbers: true,
    disableOnWords: [],
    disableOnAttributes: [],
  },
  localizedAttributes: SEARCH_LOCALES.map((locale) => ({
    attributePatterns: [`*_${locale}`],
    locales: [ISO_LOCALES[locale]],
  })),
  faceting: { maxValuesPerFacet: 200, sortFacetValuesBy: { "*": "count" } },
  pagination: { maxTotalHits: MOST_HITS },
} as const satisfies ReadonlySettings;

type ReadonlySettings = { readonly [key in keyof Settings]: Deep<Settings[key]> };
type Deep<T> = T extends object ? { readonly [key in keyof T]: Deep<T[key]> } : T;

/** The first setting that the server's index has otherwise, or null. Order counts where Meilisearch reads it. */
export function differsIn(found: Settings): string | null {
  for (const [name, wanted] of Object.entries(SETTINGS)) {
    const got: unknown = found[name as keyof Settings];
    const ordered = name === "searchableAttributes" || name === "rankingRules";
    if (plain(got, ordered) !== plain(wanted, ordered)) return name;
  }
  return null;
}

function plain(value: unknown, ordered: boolean): string {
  if (Array.isArray(value)) {
    const parts = value.map((part) => plain(part, ordered));
    return `[${(ordered ? parts : parts.toSorted()).join()}]`;
  }
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, part]) => `${key}:${plain(part, ordered)}`).join()}}`;
}
