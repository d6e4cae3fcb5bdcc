import type { Family } from "../settings";
import type { Sql } from "./sql";
import type { Place } from "./tables";

export type KnownWord = { word: string; locale: string; lexeme: string; documents: number };

const LAST = "\u{10ffff}";

/** How many documents of the family have these base forms. */
export async function countLexemes(sql: Sql, { word }: Place, family: Family, lexemes: readonly string[]) {
  const rows = await sql.query<{ lexeme: string; documents: number }>(
    `select lexeme, sum(documents) as documents from ${word} where family = $1 and lexeme = any($2::text[]) group by lexeme`,
    [family, lexemes],
    { name: `search_count_${word}` },
  );
  return new Map(rows.map(({ lexeme, documents }) => [lexeme, documents]));
}

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
