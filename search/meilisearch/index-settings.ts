import type { Settings } from "meilisearch";
import { SEARCH_LOCALES } from "../document";
import { STOP_WORDS } from "./grammar";
import { inLocales } from "./stored-document";

/** Pages end here; a total of so many is shown as "at least". */
export const MOST_HITS = 2_000;

/** ISO 639-3, as the tokenizer names languages. */
export const ISO_LOCALES = { en: "eng", it: "ita", ro: "ron", ru: "rus" } as const;

/** Everything that the index is built with but synonyms, which administrators change while it is in use. */
export const SETTINGS = {
  searchableAttributes: [...inLocales("title"), ...inLocales("keywords"), ...inLocales("body"), "forms"],
  displayedAttributes: ["*"],
  filterableAttributes: ["key", "thing", "kind", "audience", "facet", "at", "removed"],
  sortableAttributes: ["at"],
  distinctAttribute: "thing",
  rankingRules: ["words", "typo", "proximity", "attribute", "sort", "exactness", "quality:desc", "at:desc"],
  stopWords: [...STOP_WORDS].toSorted(),
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: 5, twoTypos: 8 },
    // Complete numbers and codes are asked for in quotes; numbers set apart here would not be completed by every server.
    disableOnNumbers: false,
    disableOnWords: [],
    disableOnAttributes: [],
  },
  localizedAttributes: SEARCH_LOCALES.map((locale) => ({
    attributePatterns: [`*_${locale}`],
    locales: [ISO_LOCALES[locale]],
  })),
  faceting: { maxValuesPerFacet: 200, sortFacetValuesBy: { "*": "count" } },
  pagination: { maxTotalHits: MOST_HITS },
  // Phrases and glued names are words side by side; the last word is a beginning.
  proximityPrecision: "byWord",
  prefixSearch: "indexingTime",
  // The server gives what it has by then, before the adapter has waited in vain.
  searchCutoffMs: 1_000,
} as const satisfies ReadonlySettings;

type ReadonlySettings = { readonly [key in keyof Settings]: Deep<Settings[key]> };
type Deep<T> = T extends object ? { readonly [key in keyof T]: Deep<T[key]> } : T;

/**
 * The first setting that the server's index has otherwise, or null. Order counts where Meilisearch reads it. What newer
 * servers add beside the settings that are given here counts for nothing.
 */
export function differsIn(found: Settings): string | null {
  for (const [name, wanted] of Object.entries(SETTINGS)) {
    const ordered = name === "searchableAttributes" || name === "rankingRules";
    if (!has(found[name as keyof Settings], wanted, ordered)) return name;
  }
  return null;
}

function has(got: unknown, wanted: unknown, ordered: boolean): boolean {
  if (Array.isArray(wanted)) {
    if (!Array.isArray(got) || got.length !== wanted.length) return false;
    if (ordered) return wanted.every((part, i) => has(got[i], part, ordered));
    return wanted.every((part) => got.some((one) => has(one, part, ordered)));
  }
  if (typeof wanted !== "object" || wanted === null) return got === wanted;
  if (typeof got !== "object" || got === null) return false;
  return Object.entries(wanted).every(([key, part]) => has((got as Record<string, unknown>)[key], part, ordered));
}
