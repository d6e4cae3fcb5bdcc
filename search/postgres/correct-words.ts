import { oneSlipAway, rankNeighbours, slipsAllowed, countSlips } from "../spelling";
import type { Asked } from "./asked";
import type { KnownWord } from "./word-statistics";
import { findHalves, findPart } from "./find-halves";
import { findByForm, findInOtherLetters } from "./find-other-forms";
import { gather, meantOf, type Meant, type Vocabulary } from "./meant";
import { findAlike, findBeginnings, findSameStart, findWords } from "./word-statistics";

const MOST_MEANT = 3;
const MOST_TRIED = 8;
const LONG = 10;

/** Of queries that so many documents answer, those of which this reader may find one. */
export type Finder = (queries: readonly { query: string; documents: number }[]) => Promise<boolean[]>;
export type Correction = { asked: Asked; to: string };

/**
 * Gives words that nothing has the known words they were probably meant to be. Numbers, codes and short words are left
 * alone, and only words are offered that the reader can find. A `thorough` search takes more guesses: other letters, two
 * slips in a word that may still be growing, a part of it.
 */
export async function correctWords(
  vocabulary: Vocabulary,
  unknown: readonly Asked[],
  exists: Finder,
  thorough: boolean,
): Promise<Correction[]> {
  const corrections: Correction[] = [];
  for (const asked of unknown) {
    const meant = await findMeant(vocabulary, asked, thorough);
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
async function findMeant(vocabulary: Vocabulary, { key, open, exact }: Asked, thorough: boolean): Promise<Meant[]> {
  const { sql, place, family, languages } = vocabulary;
  const most = slipsAllowed(key);
  const ranked = (found: readonly KnownWord[], slips: number) => {
    const { neighbours, rows } = gather(found, languages);
    return rankNeighbours(key, neighbours, slips).map((one) => meantOf(one, rows, languages));
  };
  const oneSlip = async () => [
    ...ranked(await findWords(sql, place, family, oneSlipAway(key)), 1),
    ...(open && key.length > 3 ? await findBegun(vocabulary, key) : []),
  ];
  const moreSlips = async () => {
    if (most < 2) return [];
    const alike = await findAlike(sql, place, family, key, open);
    const two = ranked(alike, most);
    if (two.length || !open) return two;
    const { neighbours, rows } = gather(alike, languages);
    return neighbours
      .filter(({ word }) => [-1, 0, 1].some((more) => countSlips(key, word.slice(0, key.length + more), most) <= most))
      .map((one) => meantOf(one, rows, languages));
  };
  const complete = async () =>
    most < 2 || !open || !thorough ? [] : ranked(await findAlike(sql, place, family, key, false), most);
  const sameStart = async () =>
    most < 2 || (open && !thorough) ? [] : ranked(await findSameStart(sql, place, family, key, 1, most), most);
  const part = () => (thorough ? findPart(vocabulary, key) : []);
  // Two slips leave less of a short word than one of its parts is.
  const halves = async () => {
    const both = await findHalves(vocabulary, key, thorough);
    return both.length || key.length < LONG ? [...both, ...(await part())] : both;
  };
  const found: Meant[] = [];
  for (const stage of [
    oneSlip,
    () => (thorough ? findByForm(vocabulary, exact) : []),
    () => (thorough ? findInOtherLetters(vocabulary, key) : []),
    halves,
    moreSlips,
    complete,
    sameStart,
    part,
  ]) {
    const meant = await stage();
    const own = meant.filter((one) => one.own);
    if (own.length) return [...own, ...meant.filter((one) => !one.own)].slice(0, MOST_TRIED);
    if (!found.length) found.push(...meant);
  }
  return found.slice(0, MOST_TRIED);
}

/** Words whose beginning is one slip away from what was typed. */
async function findBegun({ sql, place, family, languages }: Vocabulary, key: string) {
  const starts = oneSlipAway(key).filter((start) => start.length >= key.length - 1);
  const { neighbours, rows } = gather(await findBeginnings(sql, place, family, starts), languages);
  return neighbours.sort((a, b) => b.documents - a.documents).map((one) => meantOf(one, rows, languages));
}

/**
 * Gives words that only texts of other languages have those of the reader's that are one slip away: what is misspelt here
 * is often right next door.
 */
export async function addOwnSpellings(
  { sql, place, family, languages }: Vocabulary,
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
