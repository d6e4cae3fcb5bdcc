import { oneSlipAway, rankNeighbours, slipsAllowed, countSlips, type Neighbour } from "../spelling";
import type { SearchLocale } from "../document";
import type { Asked } from "./asked";
import type { KnownWord } from "./word-statistics";
import { findAlike, findBeginnings, findSameStart, findWords } from "./word-statistics";
import type { Family } from "../settings";
import type { Sql } from "./sql";
import type { Place } from "./tables";
import { all, inOrder, oneOf } from "./tsquery";

const MOST_MEANT = 3;
const MOST_TRIED = 8;
const SHORTEST_HALF = 3;
/** As in "topup", where they stand side by side. */
const SHORTEST_TAIL = 2;
/** A word of the reader's language weighs as if it stood in so many more documents. */
const OWN_LANGUAGE = 4;

/** Of queries that so many documents answer, those of which this reader may find one. */
export type Finder = (queries: readonly { query: string; documents: number }[]) => Promise<boolean[]>;
export type Correction = { asked: Asked; to: string };

/** `own`: the reader's languages have it. */
type Meant = { word: string; lexemes: string[]; query: string; documents: number; own: boolean };

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

/** Words of the reader's languages rather than those of others, and the likelier slips before the others. */
async function findMeant(
  sql: Sql,
  place: Place,
  family: Family,
  languages: readonly SearchLocale[],
  { key, open }: Asked,
): Promise<Meant[]> {
  const most = slipsAllowed(key);
  const ranked = (rows: readonly KnownWord[], slips: number) => {
    const { neighbours, rows: known } = gather(rows, languages);
    return rankNeighbours(key, neighbours, slips).map((one) => meantOf(one, known, languages));
  };
  const oneSlip = async () => [
    ...ranked(await findWords(sql, place, family, oneSlipAway(key)), 1),
    ...(open && key.length > 3 ? await findBegun(sql, place, family, languages, key) : []),
  ];
  const moreSlips = async () => {
    if (most < 2) return [];
    const alike = await findAlike(sql, place, family, key, open);
    const two = ranked(alike, most);
    if (two.length) return two;
    if (!open) return ranked(await findSameStart(sql, place, family, key, 1, most), most);
    const { neighbours, rows } = gather(alike, languages);
    return neighbours
      .filter(({ word }) => [-1, 0, 1].some((more) => countSlips(key, word.slice(0, key.length + more), most) <= most))
      .map((one) => meantOf(one, rows, languages));
  };
  const found: Meant[] = [];
  for (const stage of [oneSlip, () => findHalves(sql, place, family, languages, key), moreSlips]) {
    const meant = await stage();
    const own = meant.filter((one) => one.own);
    if (own.length) return [...own, ...meant.filter((one) => !one.own)].slice(0, MOST_TRIED);
    if (!found.length) found.push(...meant);
  }
  return found.slice(0, MOST_TRIED);
}

/** Words whose beginning is one slip away from what was typed. */
async function findBegun(sql: Sql, place: Place, family: Family, languages: readonly SearchLocale[], key: string) {
  const starts = oneSlipAway(key).filter((start) => start.length >= key.length - 1);
  const { neighbours, rows } = gather(await findBeginnings(sql, place, family, starts), languages);
  return neighbours.sort((a, b) => b.documents - a.documents).map((one) => meantOf(one, rows, languages));
}

/**
 * Gives words that only texts of other languages have those of the reader's that are one slip away: what is misspelt here
 * is often right next door.
 */
export async function addOwnSpellings(
  sql: Sql,
  place: Place,
  family: Family,
  languages: readonly SearchLocale[],
  foreign: readonly Asked[],
): Promise<void> {
  for (const asked of foreign) {
    const near = await findWords(sql, place, family, oneSlipAway(asked.key));
    const { neighbours, rows } = gather(
      near.filter(({ locale }) => languages.some((one) => one === locale)),
      languages,
    );
    for (const one of rankNeighbours(asked.key, neighbours, 1).slice(0, MOST_MEANT)) {
      const { lexemes, documents } = meantOf(one, rows, languages);
      for (const lexeme of lexemes) asked.loose.add(lexeme);
      asked.matching += documents;
    }
  }
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

function meantOf({ word }: Neighbour, rows: Map<string, KnownWord[]>, languages: readonly SearchLocale[]): Meant {
  const known = rows.get(word) ?? [];
  const lexemes = [...new Set(known.map(({ lexeme }) => lexeme))];
  const documents = known.reduce((sum, one) => sum + one.documents, 0);
  return { word, lexemes, query: oneOf(lexemes), documents, own: isOwn(known, languages) };
}

const isOwn = (known: readonly KnownWord[], languages: readonly SearchLocale[]) =>
  known.some(({ locale }) => languages.some((one) => one === locale));

/** Two known words written as one; side by side in a text, or both in it. */
async function findHalves(
  sql: Sql,
  place: Place,
  family: Family,
  languages: readonly SearchLocale[],
  key: string,
): Promise<Meant[]> {
  const cuts: [string, string][] = [];
  for (let i = SHORTEST_HALF; i <= key.length - SHORTEST_TAIL; i++) cuts.push([key.slice(0, i), key.slice(i)]);
  if (!cuts.length) return [];
  const { rows } = gather(await findWords(sql, place, family, cuts.flat()), []);
  const lexemesOf = (word: string) => [...new Set((rows.get(word) ?? []).map(({ lexeme }) => lexeme))];
  const meant = cuts
    .filter(([a, b]) => rows.has(a) && rows.has(b))
    .map(([a, b]) => ({
      word: `${a} ${b}`,
      lexemes: [],
      halves: [lexemesOf(a), lexemesOf(b)],
      documents: 1,
      own: isOwn(rows.get(a) ?? [], languages) && isOwn(rows.get(b) ?? [], languages),
    }));
  const beside = meant.map((one) => ({
    ...one,
    query: inOrder(one.halves.map((lexemes, gap) => ({ lexemes, gap }))),
  }));
  const long = meant.filter(({ word }) => word.length - word.indexOf(" ") > SHORTEST_HALF);
  const together = long.map((one) => ({ ...one, query: all(one.halves.map((lexemes) => oneOf(lexemes))) }));
  return [...beside, ...together];
}
