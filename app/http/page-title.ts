import type { MetaFunction } from "@remix-run/node";

/** A page's title: the loader's `title` in the reader's language, then the company's name. */
export const pageTitle: MetaFunction = ({ data, matches }) => [{ title: joinTitle(wordsOf(data), matches) }];

/** `words · company`; the company alone when there are no words. */
export function joinTitle(words: string | null, matches: readonly { id: string; data?: unknown }[]): string {
  return [words, companyOf(matches.find(({ id }) => id === "root")?.data)].filter(Boolean).join(" · ");
}

function wordsOf(data: unknown): string | null {
  if (typeof data !== "object" || data === null || !("title" in data)) return null;
  return typeof data.title === "string" ? data.title : null;
}

function companyOf(data: unknown): string | null {
  if (typeof data !== "object" || data === null || !("company" in data)) return null;
  const { company } = data;
  if (typeof company !== "object" || company === null || !("name" in company)) return null;
  return typeof company.name === "string" ? company.name : null;
}
