import { readQuery, type Query, type Term } from "./meilisearch-query";
import {
  misspeltFor,
  normal,
  placesOfPhrase,
  readVocabulary,
  splitOf,
  type Place,
  type Stored,
  type Vocabulary,
  type Words,
} from "./meilisearch-words";

export type { Stored } from "./meilisearch-words";
export type Index = {
  settings: Record<string, unknown>;
  synonyms: Record<string, string[]>;
  documents: Map<string, Stored>;
  /** Made when it is first asked for after a change. */
  vocabulary?: Vocabulary | undefined;
};
type SearchBody = {
  q: string;
  attributesToRetrieve: string[];
  showRankingScore?: boolean;
  showRankingScoreDetails?: boolean;
  sort?: string[];
  facets?: string[];
} & ({ page: number; hitsPerPage: number } | { limit: number });

/** A way to read neighbouring words of a question: as they are, or two or three of them written as one. */
type Node = { from: number; to: number; ways: Way[] };
/** One thing that answers it: words side by side. */
type Way = { phrase: string[]; typos: number };
type Met = { typos: number; far: number; attributes: number; places: Place[] };

/** Words farther apart are all the same. */
const FARTHEST = 4;

/**
 * Finds what has all words of a question and ranks it by typos, nearness, attribute, then quality and time: what
 * Meilisearch 1.18 does with the strategy `all`, word by word. Of a group the best one is a hit.
 */
export function searchStored(index: Index, candidates: readonly Stored[], question: SearchBody) {
  const attributes = index.settings.searchableAttributes as string[];
  const stopWords = new Set(index.settings.stopWords as string[]);
  const vocabulary = (index.vocabulary ??= readVocabulary(index.documents.values(), attributes, stopWords));
  const query = readQuery(question.q, stopWords);
  const nodes = nodesOf(query, vocabulary, index);
  const found = candidates.flatMap((document) => {
    const words = vocabulary.of.get(document) ?? new Map<string, Place[]>();
    if (query.without.some((phrase) => placesOfPhrase(words, phrase).length)) return [];
    const met = query.terms.length ? meets(words, nodes, query.terms.length) : NOTHING_ASKED;
    return met ? [{ document, met }] : [];
  });
  const ranked = found.toSorted(
    (a, b) =>
      a.met.typos - b.met.typos ||
      a.met.far - b.met.far ||
      a.met.attributes - b.met.attributes ||
      (question.sort ? Number(b.document.at) - Number(a.document.at) : 0) ||
      Number(b.document.quality) - Number(a.document.quality) ||
      Number(b.document.at) - Number(a.document.at),
  );
  const all = oneOfEach(ranked, index);
  const most = (index.settings.pagination as { maxTotalHits: number }).maxTotalHits;
  const total = Math.min(all.length, most);
  const paged = "page" in question;
  const [from, length] = paged
    ? [(question.page - 1) * question.hitsPerPage, question.hitsPerPage]
    : [0, question.limit];
  return {
    hits: all.slice(from, Math.min(from + length, most)).map(({ document, met }) => ({
      ...Object.fromEntries(
        question.attributesToRetrieve.filter((name) => name in document).map((name) => [name, document[name]]),
      ),
      ...(question.showRankingScore
        ? { _rankingScore: 1 / (1 + met.typos + met.far / 100 + met.attributes / 1_000) }
        : {}),
      ...(question.showRankingScoreDetails && query.terms.length ? { _rankingScoreDetails: detailsOf(met) } : {}),
    })),
    query: question.q,
    processingTimeMs: 1,
    ...(paged
      ? {
          hitsPerPage: question.hitsPerPage,
          page: question.page,
          totalHits: total,
          totalPages: Math.ceil(total / question.hitsPerPage),
        }
      : // Of documents, not of groups: it is an estimate.
        { limit: question.limit, offset: 0, estimatedTotalHits: Math.min(ranked.length, most) }),
    ...(question.facets ? { facetDistribution: count(oneOfEach(found, index), question.facets) } : {}),
  };
}

/** The first of each group: of what is counted the one that was written first, of hits the best. */
function oneOfEach<T extends { document: Stored }>(found: readonly T[], { settings }: Index): T[] {
  const groups = new Map<string, T>();
  for (const match of found) {
    const group = normal(String(match.document[settings.distinctAttribute as string]));
    if (!groups.has(group)) groups.set(group, match);
  }
  return [...groups.values()];
}

const detailsOf = ({ typos, far }: Met) => ({
  typo: { order: 0, typoCount: typos, maxTypoCount: 2, score: 1 - typos / 3 },
  proximity: { order: 1, score: 1 - Math.min(far, FARTHEST - 1) / FARTHEST },
});

const NOTHING_ASKED: Met = { typos: 0, far: 0, attributes: 0, places: [] };

function nodesOf({ terms }: Query, vocabulary: Vocabulary, index: Index): Node[] {
  const nodes: Node[] = [];
  for (let from = 0; from < terms.length; from++)
    for (let to = from + 1; to <= Math.min(terms.length, from + 3); to++) {
      const run = terms.slice(from, to);
      const together = run.every((term, i) => !term.phrase && (i === 0 || term.at === (run[i - 1]?.at ?? 0) + 1));
      if (to - from === 1 || together) nodes.push({ from, to, ways: waysOf(run, vocabulary, index) });
    }
  return nodes;
}

function waysOf(run: readonly Term[], vocabulary: Vocabulary, { settings, synonyms }: Index): Way[] {
  const [first] = run;
  if (first?.phrase) return [{ phrase: first.words, typos: 0 }];
  const parts = run.flatMap(({ words }) => words);
  const word = parts.join("");
  const open = run.at(-1)?.open ?? false;
  const known = vocabulary.documents;
  const ways: Way[] = known.has(word) ? [{ phrase: [word], typos: 0 }] : [];
  if (open)
    for (const one of known.keys()) if (one !== word && one.startsWith(word)) ways.push({ phrase: [one], typos: 0 });
  for (const [name, others] of Object.entries(synonyms))
    if (normal(name) === parts.join(" "))
      for (const other of others) ways.push({ phrase: normal(other).split(" "), typos: 0 });
  const { oneTypo, twoTypos } = (settings.typoTolerance as { minWordSizeForTypos: Record<string, number> })
    .minWordSizeForTypos as { oneTypo: number; twoTypos: number };
  const length = [...word].length;
  const allowed = (length < oneTypo ? 0 : length < twoTypos ? 1 : 2) - (run.length - 1);
  for (const { word: other, typos } of misspeltFor(word, known.keys(), allowed, open))
    ways.push({ phrase: [other], typos });
  const split = run.length === 1 ? splitOf(word, vocabulary) : null;
  return split ? [...ways, { phrase: split, typos: 1 }] : ways;
}

/** The best way through the question that a document's words allow, or null. */
function meets(words: Words, nodes: readonly Node[], length: number): Met | null {
  const upTo: (Met | null)[] = [NOTHING_ASKED];
  for (let to = 1; to <= length; to++) {
    let best: Met | null = null;
    for (const node of nodes) {
      const before = upTo[node.from];
      if (node.to !== to || !before) continue;
      const joined = node.to - node.from - 1;
      for (const { phrase, typos } of node.ways) {
        const places = placesOfPhrase(words, phrase);
        if (!places.length) continue;
        const met = {
          typos: before.typos + typos + (joined ? node.to - node.from : 0),
          far: before.far + (before.places.length ? distance(before.places, places) : 0) + joined,
          attributes: before.attributes + Math.min(...places.map(({ attribute }) => attribute)),
          places,
        };
        if (!best || compare(met, best) < 0) best = met;
      }
    }
    upTo.push(best);
  }
  return upTo[length] ?? null;
}

const compare = (a: Met, b: Met): number => a.typos - b.typos || a.far - b.far || a.attributes - b.attributes;

function distance(before: readonly Place[], places: readonly Place[]): number {
  let least = FARTHEST;
  for (const one of before)
    for (const { attribute, at } of places)
      if (attribute === one.attribute) least = Math.min(least, at > one.at ? at - one.at : one.at - at + 1);
  return least - 1;
}

function count(
  found: readonly { document: Stored }[],
  facets: readonly string[],
): Record<string, Record<string, number>> {
  const counted: Record<string, Record<string, number>> = {};
  for (const facet of facets) {
    const counts: Record<string, number> = {};
    for (const { document } of found)
      for (const value of (document.facet as Record<string, string[]>)[facet.slice("facet.".length)] ?? [])
        counts[value] = (counts[value] ?? 0) + 1;
    if (Object.keys(counts).length) counted[facet] = counts;
  }
  return counted;
}
