import { gatherForms, isOwn, meantOf, type Meant, type Vocabulary } from "./meant";
import { all, inOrder, oneOf } from "./tsquery";
import { findForms, findWords } from "./word-statistics";

const SHORTEST_HALF = 3;
/** As in "topup", where they stand side by side. */
const SHORTEST_TAIL = 2;
const SHORTEST_PART = 4;

/** Two known words written as one, side by side in a text or both in it; a `thorough` search knows them in any form. */
export async function findHalves(
  { sql, place, family, languages }: Vocabulary,
  key: string,
  thorough: boolean,
): Promise<Meant[]> {
  const cuts: [string, string][] = [];
  for (let i = SHORTEST_HALF; i <= key.length - SHORTEST_TAIL; i++) cuts.push([key.slice(0, i), key.slice(i)]);
  if (!cuts.length) return [];
  const rows = gatherForms(await (thorough ? findForms : findWords)(sql, place, family, cuts.flat()));
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

/** The longest beginning or end that is a word of the reader's languages: the tooth of a toothache. */
export async function findPart({ sql, place, family, languages }: Vocabulary, key: string): Promise<Meant[]> {
  const parts: string[] = [];
  for (let length = key.length - SHORTEST_HALF; length >= SHORTEST_PART; length--)
    parts.push(key.slice(0, length), key.slice(-length));
  if (!parts.length) return [];
  const rows = gatherForms(await findForms(sql, place, family, parts));
  const longest = parts.find((part) => isOwn(rows.get(part) ?? [], languages));
  return longest ? [meantOf({ word: longest }, rows, languages)] : [];
}
