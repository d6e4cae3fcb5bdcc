import type { SearchLocale } from "../document";
import type { Family } from "../settings";
import type { Neighbour } from "../spelling";
import type { Sql } from "./sql";
import type { Place } from "./tables";
import { oneOf } from "./tsquery";
import type { KnownWord } from "./word-statistics";

/** The vocabulary in which what was meant is looked up, and the reader's languages. */
export type Vocabulary = { sql: Sql; place: Place; family: Family; languages: readonly SearchLocale[] };

/** A known word (two, when there are no base forms) that a misspelt one may be; `own`: the reader's languages have it. */
export type Meant = { word: string; lexemes: string[]; query: string; documents: number; own: boolean };

/** A word of the reader's language weighs as if it stood in so many more documents. */
const OWN_LANGUAGE = 4;

/** One neighbour per word, with the base forms it has in all languages. */
export function gather(rows: readonly KnownWord[], languages: readonly SearchLocale[]) {
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

/** The same by word and by base form. */
export function gatherForms(known: readonly KnownWord[]): Map<string, KnownWord[]> {
  const rows = new Map<string, KnownWord[]>();
  for (const row of known.filter(({ lexeme }) => lexeme))
    for (const name of new Set([row.word, row.lexeme])) rows.set(name, [...(rows.get(name) ?? []), row]);
  return rows;
}

/** What a known word means for the search. */
export function meantOf(
  { word }: { word: string },
  rows: ReadonlyMap<string, readonly KnownWord[]>,
  languages: readonly SearchLocale[],
): Meant {
  const known = rows.get(word) ?? [];
  const lexemes = [...new Set(known.map(({ lexeme }) => lexeme))];
  const documents = known.reduce((sum, one) => sum + one.documents, 0);
  return { word, lexemes, query: oneOf(lexemes), documents, own: isOwn(known, languages) };
}

export const isOwn = (known: readonly KnownWord[], languages: readonly SearchLocale[]): boolean =>
  known.some(({ locale }) => languages.some((one) => one === locale));
