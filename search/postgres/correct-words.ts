import { oneSlipAway, rankNeighbours, slipsAllowed, countSlips, type Neighbour } from "../spelling";
import type { SearchLocale } from "../document";
import type { Asked } from "./asked";
import type { KnownWord } from "./word-statistics";
import { findAlike, findBeginnings, findSameStart, findWords } from "./word-statistics";
import type { Family } from "../settings";
import type { Sql } from "./sql";
import type { Place } from "./tables";
import { inOrder, oneOf } from "./tsquery";

const MOST_MEANT = 3;
const SHORTEST_HALF = 3;
/** A word of the reader's language weighs as if it stood in so many more documents. */
const OWN_LANGUAGE = 4;

/** Of queries that so many documents answer, those of which this reader may find one. */
export type Finder = (queries: readonly { query: string; documents: number }[]) => Promise<boolean[]>;
export type Correction = { asked: Asked; to: string };

type Meant = { word: string; lexemes: string[]; query: string; documents: number };

/**
 * Gives words that nothing has the known words they were probably meant to be. Numbers, codes and short words are left
 * alone, and only words are offered that the reader can find.
 */
export async function correctWords(
  sql: Sql,
  place: Place,
  family: Family,
  languages: readonly SearchLocale[],
  unknown: readonly Asked[],
  exists: Finder,
): Promise<Correction[]> {
  const corrections: Correction[] = [];
  for (const asked of unknown) {
    const meant = await findMeant(sql, place, family, languages, asked);
    const there = await exists(meant);
    const [best, ...others] = meant.filter((_, i) => there[i]).slice(0, MOST_MEANT);
    if (!best) continue;
    for (const { lexemes, query } of [best, ...others])
      if (lexemes.length) for (const lexeme of lexemes) asked.loose.add(lexeme);
      else asked.loosePhrases.push(query);
    asked.documents = Math.max(1, best.documents);
    asked.matching = [best, ...others].reduce((sum, { documents }) => sum + documents, 0);
    corrections.push({ asked, to: best.word });
  }
  return corrections;
}

/** What a word of this length can be taken for. */
export const isCorrectable = ({ key, phrase, words, code }: Asked): boolean =>
  !phrase && !code && words.length === 1 && slipsAllowed(key) > 0 && key.length <= 24;

async function findMeant(
  sql: Sql,
  place: Place,
  family: Family,
  languages: readonly SearchLocale[],
  { key, open }: Asked,
): Promise<Meant[]> {
  const near = await findWords(sql, place, family, oneSlipAway(key));
  const started =
    open && key.length > 3
      ? await findBeginnings(
          sql,
          place,
          family,
          oneSlipAway(key).filter((start) => start.length >= key.length - 1),
        )
      : [];
  const close = gather(near, languages);
  const begun = gather(started, languages);
  const ranked = rankNeighbours(key, close.neighbours, 1);
  // A beginning that is one slip away from what was typed, of whatever word.
  const beginnings = begun.neighbours.sort((a, b) => b.documents - a.documents);
  const one = [...ranked.map((n) => meantOf(n, close.rows)), ...beginnings.map((n) => meantOf(n, begun.rows))];
  if (one.length) return one.slice(0, 8);
  const halves = await findHalves(sql, place, family, key);
  const most = slipsAllowed(key);
  if (halves.length || most < 2) return halves;
  const alike = gather(await findAlike(sql, place, family, key, open), languages);
  const two = rankNeighbours(key, alike.neighbours, most).map((n) => meantOf(n, alike.rows));
  if (two.length) return two.slice(0, 8);
  if (!open) {
    const started = gather(await findSameStart(sql, place, family, key, 1, most), languages);
    return rankNeighbours(key, started.neighbours, most)
      .map((n) => meantOf(n, started.rows))
      .slice(0, 8);
  }
  return alike.neighbours
    .filter(({ word }) => [-1, 0, 1].some((more) => countSlips(key, word.slice(0, key.length + more), most) <= most))
    .map((n) => meantOf(n, alike.rows))
    .slice(0, 8);
}

/** One neighbour per word, with the base forms it has in all languages. */
function gather(rows: readonly KnownWord[], languages: readonly SearchLocale[]) {
  const byWord = new Map<string, KnownWord[]>();
  for (const row of rows) if (row.lexeme) byWord.set(row.word, [...(byWord.get(row.word) ?? []), row]);
  const neighbours: Neighbour[] = [...byWord].map(([word, known]) => ({
    word,
    documents: known.reduce(
      (sum, { locale, documents }) => sum + documents * (languages.some((l) => l === locale) ? OWN_LANGUAGE : 1),
      0,
    ),
  }));
  return { rows: byWord, neighbours };
}

function meantOf({ word }: Neighbour, rows: Map<string, KnownWord[]>): Meant {
  const known = rows.get(word) ?? [];
  const lexemes = [...new Set(known.map(({ lexeme }) => lexeme))];
  return { word, lexemes, query: oneOf(lexemes), documents: known.reduce((sum, { documents }) => sum + documents, 0) };
}

/** Two known words written as one. */
async function findHalves(sql: Sql, place: Place, family: Family, key: string): Promise<Meant[]> {
  const cuts: [string, string][] = [];
  for (let i = SHORTEST_HALF; i <= key.length - SHORTEST_HALF; i++) cuts.push([key.slice(0, i), key.slice(i)]);
  if (!cuts.length) return [];
  const { rows } = gather(await findWords(sql, place, family, cuts.flat()), []);
  const lexemesOf = (word: string) => [...new Set((rows.get(word) ?? []).map(({ lexeme }) => lexeme))];
  return cuts
    .filter(([a, b]) => rows.has(a) && rows.has(b))
    .map(([a, b]) => ({
      word: `${a} ${b}`,
      lexemes: [],
      query: inOrder([
        { lexemes: lexemesOf(a), gap: 0 },
        { lexemes: lexemesOf(b), gap: 1 },
      ]),
      documents: 1,
    }));
}
