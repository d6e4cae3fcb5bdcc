import type { SearchHit } from "../engine";
import { findPlaces, markAll, markBest, type Matcher } from "../highlight";
import { isGrammar } from "../stop-words";
import { readWords } from "../words";
import { formsOf, type Asked } from "./asked";
import type { Lexicon } from "./lexicon";
import type { Row } from "./family-answer";

/** Letters that a word shares with its base form, so that of a text only likely words are looked up. */
const SHARED = 2;
/** Letters of a body that are searched for the place to show. */
const READ = 40_000;

/** The rows as hits, marked where they match, in their own spelling. */
export async function markRows(
  lexicon: Lexicon,
  rows: readonly Row[],
  asked: readonly Asked[],
  weights: readonly number[],
): Promise<SearchHit[]> {
  const terms = termsByLexeme(lexicon, asked, weights);
  const starts = new Set(
    [...terms.lexemes.keys(), ...terms.starts.map(({ start }) => start)].map((text) => text.slice(0, SHARED)),
  );
  const read = rows.map((row) => ({
    row,
    title: asked.length ? readWords(row.title) : [],
    body: asked.length ? readWords(row.body.slice(0, READ)) : [],
  }));
  for (const locale of new Set(rows.map((row) => row.locale))) {
    const words = read.filter(({ row }) => row.locale === locale).flatMap(({ title, body }) => [...title, ...body]);
    await lexicon.learn(
      locale,
      words.filter(({ folded }) => starts.has(folded.slice(0, SHARED))),
    );
  }
  return read.map(({ row, title, body }) => {
    const matches: Matcher = (word) => {
      if (!starts.has(word.folded.slice(0, SHARED)) || isGrammar(row.locale, word.folded)) return null;
      for (const lexeme of lexicon.lexemes(row.locale, word)) {
        const term = terms.lexemes.get(lexeme);
        if (term) return term;
      }
      return terms.starts.find(({ start }) => word.folded.startsWith(start)) ?? null;
    };
    return {
      id: row.id,
      kind: row.kind as SearchHit["kind"],
      group: row.group_id ?? "",
      locale: row.locale,
      title: markAll(row.title, findPlaces(title, matches)),
      snippet: markBest(row.body, findPlaces(body, matches)),
      score: row.score ?? 0,
      at: new Date(row.at),
      data: row.data,
    };
  });
}

function termsByLexeme(lexicon: Lexicon, asked: readonly Asked[], weights: readonly number[]) {
  const lexemes = new Map<string, { term: number; weight: number }>();
  const starts: { start: string; term: number; weight: number }[] = [];
  asked.forEach((one, term) => {
    const weight = weights[term] ?? 1;
    const forms = [
      ...one.exact,
      ...one.loose,
      ...(one.exactQuery && !one.whole ? one.words.flatMap((word) => formsOf(lexicon, word)) : []),
    ];
    for (const phrase of one.loosePhrases)
      for (const [, lexeme] of phrase.matchAll(/'([^']+)'/g)) if (lexeme) forms.push(lexeme);
    for (const form of forms) if (!lexemes.has(form)) lexemes.set(form, { term, weight });
    if (one.open && one.words.length === 1 && one.key.length > 1) starts.push({ start: one.key, term, weight });
  });
  return { lexemes, starts };
}
