import { PERIODS, type Period } from "~/domain/insights/knowledge-views";
import { isLocale, type Locale } from "~/i18n/config";
import { isId } from "~/lib/id";

/** The language of an address, or null for any. */
export function readLocale(query: URLSearchParams): Locale | null {
  const lang = query.get("lang");
  return isLocale(lang) ? lang : null;
}

/** One of the words a filter knows, or null. */
export function readChoice<T extends string>(query: URLSearchParams, name: string, choices: readonly T[]): T | null {
  return choices.find((choice) => choice === query.get(name)) ?? null;
}

export function readPeriod(query: URLSearchParams, otherwise: Period = 30): Period {
  return PERIODS.find((days) => String(days) === query.get("days")) ?? otherwise;
}

export function readId(query: URLSearchParams, name: string): string | null {
  const id = query.get(name) ?? "";
  return isId(id) ? id : null;
}

/** Typed words, at most 100 characters; U+0000 is dropped. */
export const readWords = (query: URLSearchParams, name = "q"): string =>
  (query.get(name) ?? "").slice(0, 100).replaceAll("\0", "").trim();
