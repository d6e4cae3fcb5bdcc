import type { Meilisearch, MultiSearchQuery } from "meilisearch";
import type { SearchRequest } from "../engine";
import { filtersOf } from "./filters";
import { STOP_WORDS } from "./grammar";
import { ISO_LOCALES } from "./index-settings";
import { type AskedTerm, mostTelling, type Question } from "./question";
import { countSlips } from "../spelling";
import { stemOf } from "./stems";
import { inLocales, type StoredDocument } from "./stored-document";

const READ = ["key", "thing", "locale", "at", ...inLocales("title")] as const;
type Hit = Pick<StoredDocument, (typeof READ)[number]> & {
  _rankingScore?: number;
  _rankingScoreDetails?: { typo?: { typoCount: number }; proximity?: { score: number } };
};
type Scored = { key: string; thing: string; score: number; at: number };
/** What one word adds to each group, and the document that it was found in. */
type OfTerm = { found: Map<string, { hit: Hit; share: number }>; weight: number; pair: boolean };
/** One way to ask for a word, or for two that follow each other; `share` is what it is worth. */
type Way = { terms: AskedTerm[]; q: string; share: number };

/** Groups that one word is looked for in: the best of them. */
const EACH = 200;
const IN_TEXT = 0.5;
const COMPLETED = 0.7;
const FILLER = 0.25;
/** Two words side by side add this share of what the rarer of them is worth. */
const PAIR = 0.4;
/** Side by side by a synonym of both. */
const LOOSE = 0.75;
/** Words one place apart are 1 to the server, the next ones 0.75. */
const SIDE_BY_SIDE = 0.95;
const OF_SLIPS = [1, 0.6, 0.35];
/** What a group keeps of its score that has hardly any of the words. */
const FEW_WORDS = 0.5;
/** How much the server's own order of what has a word counts. */
const ORDER = 0.1;
const OWN_LANGUAGE = 1.05;

/**
 * Asks for every word by itself and adds up what each of them tells: a rare one more than a common one, in a title more
 * than in a text. `most` leaves only groups with the largest number of words. The best come first; `capped` when a word
 * is in more groups than were looked at.
 */
export async function askEach(
  client: Meilisearch,
  uid: string,
  request: SearchRequest,
  { terms: asked, always }: Question,
  want: "any" | "most",
): Promise<{ found: Scored[]; capped: boolean }> {
  const terms = mostTelling(asked.filter(({ words: [word] }) => word && (word.open || !STOP_WORDS.has(word.stem))));
  if (!terms.length) return { found: [], capped: false };
  const ask = (q: string, limit: number): MultiSearchQuery => ({
    indexUid: uid,
    q,
    filter: filtersOf(request),
    limit,
    matchingStrategy: "all",
    locales: Object.values(ISO_LOCALES),
    attributesToRetrieve: [...READ],
    showRankingScore: true,
    showRankingScoreDetails: true,
  });
  const ways = [...terms.flatMap(waysOf), ...terms.flatMap((term, i) => pairOf(term, terms[i + 1]))];
  const { results } = await client.multiSearch<{ queries: MultiSearchQuery[] }, Hit>({
    queries: [ask("", 1), ...ways.map(({ q }) => ask(always ? `${always} ${q}` : q, EACH))],
  });
  const [all, ...answers] = results;
  const size = all?.estimatedTotalHits ?? 0;
  const ofTerms = new Map<AskedTerm, OfTerm>();
  for (const term of terms) {
    const mine = answers.flatMap((answer, i) => {
      const way = ways[i];
      return way?.terms.length === 1 && way.terms[0] === term ? [{ way, answer }] : [];
    });
    const documents = Math.max(...mine.map(({ answer }) => answer.estimatedTotalHits ?? 0));
    const ofTerm: OfTerm = { found: new Map(), weight: weightOf(term, documents, size), pair: false };
    for (const { way, answer } of mine)
      for (const hit of answer.hits) keepBest(ofTerm, hit, way.share * shareOf(hit, way.terms));
    ofTerms.set(term, ofTerm);
  }
  const pairs = answers.flatMap((answer, i) => {
    const way = ways[i];
    return way?.terms.length === 2 ? [readPair(way, answer.hits, ofTerms)] : [];
  });
  const found = rank([...ofTerms.values(), ...pairs], request, want);
  return { found, capped: answers.some(({ hits }) => hits.length >= EACH) };
}

/** Its base form, its form as typed for texts in other languages, and as a beginning while it is growing. */
function waysOf(term: AskedTerm): Way[] {
  const terms = [term];
  const complete = [...new Set([term.stem, term.plain])].map((word) => ({ terms, q: `${word} `, share: 1 }));
  return isOpen(term) ? [...complete, { terms, q: term.stem, share: COMPLETED }] : complete;
}

const pairOf = (term: AskedTerm, next: AskedTerm | undefined): Way[] =>
  next ? [{ terms: [term, next], q: `${term.stem} ${next.stem}${isOpen(next) ? "" : " "}`, share: PAIR }] : [];

const isOpen = ({ words }: AskedTerm): boolean => words.some(({ open }) => open);

/**
 * Where two words stand side by side, and where a synonym of both stands, or their name in one word: the server counts
 * that as slips, and neither of them need be there itself.
 */
function readPair({ terms, share }: Way, hits: readonly Hit[], ofTerms: Map<AskedTerm, OfTerm>): OfTerm {
  const both = terms.flatMap((term) => ofTerms.get(term) ?? []);
  const pair: OfTerm = { found: new Map(), weight: share * Math.max(...both.map(({ weight }) => weight)), pair: true };
  for (const hit of hits) {
    const { typo, proximity } = hit._rankingScoreDetails ?? {};
    const missing = both.filter(({ found }) => !found.has(hit.thing));
    if (missing.length ? (typo?.typoCount ?? 0) > 2 : typo?.typoCount || (proximity?.score ?? 0) < SIDE_BY_SIDE)
      continue;
    for (const one of missing) keepBest(one, hit, LOOSE * IN_TEXT);
    keepBest(pair, hit, missing.length ? LOOSE * IN_TEXT : shareOf(hit, terms));
  }
  return pair;
}

function keepBest({ found }: OfTerm, hit: Hit, share: number): void {
  const best = found.get(hit.thing);
  if (!best || best.share < share) found.set(hit.thing, { hit, share });
}

/** Words in the title count whole, and half elsewhere; less where they were misspelt. */
function shareOf(hit: Hit, terms: readonly AskedTerm[]): number {
  const words = terms.flatMap((term) => term.words);
  const slips = hit._rankingScoreDetails?.typo?.typoCount ?? 0;
  const inTitle = titleOf(hit).some((word) =>
    words.some(({ typed, stem, open }) => {
      const own = stemOf(hit.locale, typed);
      const start = open ? word.slice(0, own.length) : word;
      return word === stem || (slips ? countSlips(own, start, slips) <= slips : start === own);
    }),
  );
  return (inTitle ? 1 : IN_TEXT) * (OF_SLIPS[slips] ?? 0) * (1 - ORDER + ORDER * (hit._rankingScore ?? 0));
}

const titleOf = (hit: Hit): string[] => (hit[`title_${hit.locale}`] ?? "").split(" ");

const weightOf = ({ filler }: AskedTerm, documents: number, size: number): number =>
  Math.log(1 + (Math.max(size, documents) - documents + 0.5) / (documents + 0.5)) * (filler ? FILLER : 1);

function rank(ofTerms: readonly OfTerm[], { locale }: SearchRequest, want: "any" | "most"): Scored[] {
  const groups = new Map<string, { score: number; words: number; best: Hit; bestWorth: number }>();
  const known = ofTerms.filter(({ found }) => found.size);
  for (const { found, weight, pair } of known)
    for (const [thing, { hit, share }] of found) {
      const group = groups.get(thing) ?? { score: 0, words: 0, best: hit, bestWorth: 0 };
      const worth = weight * share * (hit.locale === locale ? OWN_LANGUAGE : 1);
      group.score += worth;
      group.words += pair ? 0 : 1;
      if (worth > group.bestWorth) Object.assign(group, { best: hit, bestWorth: worth });
      groups.set(thing, group);
    }
  const whole = known.reduce((sum, { weight }) => sum + weight * OWN_LANGUAGE, 0);
  const words = known.filter(({ pair }) => !pair).length;
  const most = want === "most" ? Math.max(0, ...[...groups.values()].map(({ words }) => words)) : 0;
  return [...groups]
    .filter(([, group]) => group.words >= most)
    .map(([thing, { score, words: has, best }]) => ({
      key: best.key,
      thing,
      at: best.at,
      score: (score / whole) * (FEW_WORDS + ((1 - FEW_WORDS) * has) / words),
    }))
    .toSorted((a, b) => b.score - a.score || b.at - a.at || (a.thing < b.thing ? -1 : 1));
}
