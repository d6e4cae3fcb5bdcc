import { countSlips } from "#search/spelling";

export type Stored = Record<string, unknown> & { key: string };
export type Index = {
  settings: Record<string, unknown>;
  synonyms: Record<string, string[]>;
  documents: Map<string, Stored>;
};
type SearchBody = {
  q: string;
  page: number;
  hitsPerPage: number;
  attributesToRetrieve: string[];
  matchingStrategy: "all" | "last" | "frequency";
  facets?: string[];
};

type Asked = { words: string[]; unwanted: boolean; open: boolean };

/**
 * Ranks roughly as Meilisearch does: words, typos, the attribute's place, freshness. Words are compared as they stand, the
 * last one as a beginning unless a space follows; one slip from five letters on, two from eight.
 */
export function searchStored(index: Index, candidates: readonly Stored[], question: SearchBody) {
  const fields = index.settings.searchableAttributes as string[];
  const asked = read(question.q, index.settings.stopWords as string[]);
  const wanted = asked.filter(({ unwanted }) => !unwanted);
  const together = index.synonyms[wanted.map(({ words }) => words.join(" ")).join(" ")] ?? [];
  const matches = candidates.flatMap((document) => {
    const texts = fields.map((name) => `${(document[name] as string | undefined) ?? ""}`.split(" ").filter(Boolean));
    if (asked.some((term) => term.unwanted && cost(texts, { ...term, open: false }, {}, false) !== null)) return [];
    const called = together.some((other) => texts.some((text) => runs(text, other.split(" "))));
    const costs = wanted.map((term) => (called ? 0 : cost(texts, term, index.synonyms, true)));
    return [{ document, found: costs.filter((one) => one !== null).length, costs }];
  });
  const most = question.matchingStrategy === "all" ? wanted.length : Math.max(1, ...matches.map(({ found }) => found));
  const least = question.matchingStrategy === "all" ? wanted.length : Math.min(1, wanted.length);
  const ranked = matches
    .filter(({ found }) => found >= least)
    .map((match) => ({ ...match, sum: match.costs.reduce<number>((sum, one) => sum + (one ?? 100), 0) }))
    .toSorted(
      (a, b) =>
        b.found - a.found ||
        a.sum - b.sum ||
        Number(b.document.at) - Number(a.document.at) ||
        (a.document.key < b.document.key ? -1 : 1),
    );
  const groups = new Map<unknown, (typeof ranked)[number]>();
  for (const match of ranked) if (!groups.has(match.document.group)) groups.set(match.document.group, match);
  const all = [...groups.values()];
  const from = (question.page - 1) * question.hitsPerPage;
  return {
    hits: all.slice(from, from + question.hitsPerPage).map(({ document, found, sum }) => ({
      ...Object.fromEntries(question.attributesToRetrieve.map((name) => [name, document[name]])),
      _rankingScore: found / Math.max(1, most) / (1 + sum / 1_000),
    })),
    query: question.q,
    processingTimeMs: 1,
    hitsPerPage: question.hitsPerPage,
    page: question.page,
    totalHits: all.length,
    totalPages: Math.ceil(all.length / question.hitsPerPage),
    ...(question.facets
      ? {
          facetDistribution: count(
            all.map(({ document }) => document),
            question.facets,
          ),
        }
      : {}),
  };
}

function read(q: string, stopWords: readonly string[]): Asked[] {
  const asked: Asked[] = [];
  for (const match of q.matchAll(/(-?)"([^"]*)"|(-?)(\S+)/g)) {
    const words = (match[2] ?? match[4] ?? "").split(" ").filter((word) => word && !stopWords.includes(word));
    const open = match[2] === undefined && match.index + match[0].length === q.length;
    if (words.length) asked.push({ words, unwanted: Boolean(match[1] || match[3]), open });
  }
  return asked;
}

/** Null for no match; else what the match lacks. */
function cost(texts: string[][], { words, open }: Asked, synonyms: Index["synonyms"], typos: boolean): number | null {
  let best: number | null = null;
  const better = (one: number | null) => void (best = one !== null && (best === null || one < best) ? one : best);
  for (const [attribute, text] of texts.entries()) {
    if (words.length > 1) better(runs(text, words) ? attribute : null);
    else for (const word of text) better(costOf(words[0] ?? "", word, open, typos, attribute));
    for (const other of synonyms[words.join(" ")] ?? []) better(runs(text, other.split(" ")) ? attribute : null);
  }
  return best;
}

function costOf(asked: string, word: string, open: boolean, typos: boolean, attribute: number): number | null {
  if (word === asked || (open && word.startsWith(asked))) return attribute;
  const most = !typos || /\d/.test(asked) || asked.length < 5 ? 0 : asked.length < 8 ? 1 : 2;
  if (!most) return null;
  const slips = countSlips(asked, open ? word.slice(0, asked.length) : word, most);
  return slips <= most ? 20 * slips + attribute : null;
}

const runs = (text: readonly string[], words: readonly string[]): boolean =>
  text.some((_, i) => words.every((word, j) => text[i + j] === word));

function count(documents: readonly Stored[], facets: readonly string[]): Record<string, Record<string, number>> {
  const counted: Record<string, Record<string, number>> = {};
  for (const facet of facets) {
    const counts: Record<string, number> = (counted[facet] = {});
    for (const document of documents)
      for (const value of (document.facet as Record<string, string[]>)[facet.slice("facet.".length)] ?? [])
        counts[value] = (counts[value] ?? 0) + 1;
  }
  return counted;
}
