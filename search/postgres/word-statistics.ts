import type { SearchLocale } from "../document";
import type { Family } from "../settings";
import type { Sql } from "./sql";
import type { Place } from "./tables";

export type KnownWord = { word: string; locale: string; lexeme: string; documents: number };

const LAST = "\u{10ffff}";
const LONGEST_ENDING = 8;

/** How many documents of the family have these base forms, and whether one in these languages has. */
export async function countLexemes(
  sql: Sql,
  { word }: Place,
  family: Family,
  lexemes: readonly string[],
  locales: readonly string[],
) {
  const rows = await sql.query<{ lexeme: string; documents: number; own: boolean }>(
    `select lexeme, sum(documents) as documents, bool_or(locale = any($3::text[])) as own from ${word}
     where family = $1 and lexeme = any($2::text[]) group by lexeme`,
    [family, lexemes, locales],
    { name: `search_count_${word}` },
  );
  return new Map(rows.map((row) => [row.lexeme, row]));
}

/** Base forms in these languages that begin with one of the roots and are a few letters longer at most. */
export async function findFamilies(
  sql: Sql,
  { word }: Place,
  family: Family,
  roots: readonly string[],
  locales: readonly string[],
) {
  return sql.query<{ root: string; lexeme: string; locale: SearchLocale; documents: number }>(
    `select r.root, l.* from unnest($2::text[]) as r(root) cross join lateral (
       select lexeme, locale, sum(documents) as documents from ${word}
       where family = $1 and lexeme >= r.root and lexeme < r.root || $4 and locale = any($3::text[])
         and length(lexeme) <= length(r.root) + ${LONGEST_ENDING}
       group by lexeme, locale limit 100) as l`,
    [family, roots, locales, LAST],
    { name: `families_${word}` },
  );
}

/** Russian words that begin with one of the roots and are a few letters longer at most. */
export const findRussian = (sql: Sql, { word }: Place, family: Family, roots: readonly string[]) =>
  sql.query<{ root: string; word: string; lexeme: string; documents: number }>(
    `select r.root, l.* from unnest($2::text[]) as r(root) cross join lateral (
       select word, lexeme, documents from ${word}
       where family = $1 and word >= r.root and word < r.root || $3 and locale = 'ru' and lexeme <> ''
         and length(word) <= length(r.root) + ${LONGEST_ENDING}
       limit 100) as l`,
    [family, roots, LAST],
    { name: `russian_${word}` },
  );

/** The most common words that begin so. */
export const completeWord = (sql: Sql, { word }: Place, family: Family, start: string, most: number) =>
  sql.query<KnownWord>(
    `select word, locale, lexeme, documents from ${word} where family = $1 and word >= $2 and word < $3
     order by documents desc, word limit $4::int`,
    [family, start, start + LAST, most],
    { name: `search_complete_${word}` },
  );

/** Those of the words that are known. */
export const findWords = (sql: Sql, { word }: Place, family: Family, words: readonly string[]) =>
  sql.query<KnownWord>(
    `select word, locale, lexeme, documents from ${word} where family = $1 and word = any($2::text[])`,
    [family, words],
    { name: `search_words_${word}` },
  );

/** Those of the words and base forms that are known. */
export const findForms = (sql: Sql, { word }: Place, family: Family, forms: readonly string[]) =>
  sql.query<KnownWord>(
    `select word, locale, lexeme, documents from ${word}
     where family = $1 and (word = any($2::text[]) or lexeme = any($2::text[])) and lexeme <> ''`,
    [family, forms],
    { name: `forms_${word}` },
  );

/** Known words that have one of the base forms. */
export const findByLexemes = (sql: Sql, { word }: Place, family: Family, lexemes: readonly string[]) =>
  sql.query<KnownWord>(
    `select word, locale, lexeme, documents from ${word} where family = $1 and lexeme = any($2::text[]) and lexeme <> ''`,
    [family, lexemes],
    { name: `lexemes_${word}` },
  );

/** Some known words for each of these beginnings. */
export const findBeginnings = (sql: Sql, { word }: Place, family: Family, starts: readonly string[]) =>
  sql.query<KnownWord>(
    `select w.* from unnest($2::text[]) as s(start) cross join lateral (
       select word, locale, lexeme, documents from ${word}
       where family = $1 and word >= s.start and word < s.start || $3 order by word limit 12) as w
     order by documents desc limit 60`,
    [family, starts, LAST],
    { name: `beginnings_${word}` },
  );

/** Known words that look alike, by trigrams; `part` when the word is still being typed. */
export const findAlike = (sql: Sql, { word }: Place, family: Family, typed: string, part: boolean) =>
  sql.query<KnownWord>(
    part
      ? `select word, locale, lexeme, documents from ${word} where family = $1 and $2 <% word and lexeme <> ''
         order by word_similarity($2, word) desc, documents desc limit 60`
      : `select word, locale, lexeme, documents from ${word} where family = $1 and word % $2 and lexeme <> ''
         order by similarity(word, $2) desc, documents desc limit 60`,
    [family, typed],
  );

/** The most common words that begin with these letters and are about as long. */
export const findSameStart = (
  sql: Sql,
  { word }: Place,
  family: Family,
  typed: string,
  letters: number,
  slips: number,
) =>
  sql.query<KnownWord>(
    `select word, locale, lexeme, documents from ${word} where family = $1 and word >= $2 and word < $3
       and length(word) between $4 and $5 and lexeme <> ''
     order by documents desc limit 2000`,
    [family, typed.slice(0, letters), typed.slice(0, letters) + LAST, typed.length - slips, typed.length + slips],
  );

/** Documents of the family by month, newest first, as `~YYYYMM`. */
export const countMonths = (sql: Sql, { word }: Place, family: Family) =>
  sql.query<{ month: string; documents: number }>(
    `select word as month, documents from ${word} where family = $1 and word >= '~0' and word < '~:' and locale = '' order by word desc`,
    [family],
  );
