export const GROUPS = ["article", "faq", "news", "ticket"] as const;
export type SearchGroup = (typeof GROUPS)[number];

export type SearchQuery = {
  q: string;
  kind: SearchGroup | null;
  category: string | null;
  /** Words are not read as others. */
  exact: boolean;
  after: string | null;
};

const LONGEST = 300;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What an address of the search page asks for; anything odd in it is left out. */
export function readSearch(url: string): SearchQuery {
  const params = new URL(url).searchParams;
  const kind = GROUPS.find((group) => group === params.get("kind")) ?? null;
  const category = params.get("category") ?? "";
  return {
    q: readWords(params.get("q")),
    kind,
    category: (kind === "article" || kind === "faq") && ID.test(category) ? category : null,
    exact: params.get("exact") === "1",
    after: kind ? params.get("after") : null,
  };
}

/** What was typed, in one line and not endless. */
export const readWords = (text: string | null): string =>
  (text ?? "").replaceAll("\0", "").replace(/\s+/gu, " ").trimStart().slice(0, LONGEST);

/** The query of the address that asks for this; `over` replaces parts. */
export function searchQuery(query: SearchQuery, over: Partial<SearchQuery> = {}) {
  const { q, kind, category, exact, after } = { ...query, after: null, ...over };
  return { q, kind, category, exact: exact ? 1 : null, after };
}
