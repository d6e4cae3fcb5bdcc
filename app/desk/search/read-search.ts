import type { InValue } from "~/domain/search/operators";

export type DeskSearch = { q: string; scope: InValue | null; exact: boolean; after: string | null };

const LONGEST = 300;

/** What an address of the search page asks for. */
export function readSearch(url: string): DeskSearch {
  const params = new URL(url).searchParams;
  const scope = params.get("kind");
  const known = scope === "tickets" || scope === "articles" || scope === "customers" ? scope : null;
  return {
    q: readTyped(params.get("q")),
    scope: known,
    exact: params.get("exact") === "1",
    after: params.get("after"),
  };
}

/** What was typed, not endless; blanks stay where they are, so that a caret has its place. */
export const readTyped = (text: string | null): string => (text ?? "").replaceAll("\0", "").slice(0, LONGEST);

export function searchQuery(search: DeskSearch, over: Partial<DeskSearch> = {}) {
  const { q, scope, exact, after } = { ...search, after: null, ...over };
  return { q, kind: scope, exact: exact ? 1 : null, after };
}
