import { normal } from "./meilisearch-words";

/** A word or phrase of a question; `at` is its place, in which words of grammar count. */
export type Term = { words: string[]; phrase: boolean; open: boolean; at: number };
export type Query = { terms: Term[]; without: string[][] };

const MOST_TERMS = 10;
const TOKEN = /[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu;

/**
 * Reads a question as Meilisearch does: ten words and phrases and no more, the last word a beginning unless something
 * follows it, stop words left out unless they are last, a quote that is never closed running to the end, and a hyphen
 * after a space or at the start excluding the next word or phrase.
 */
export function readQuery(q: string, stopWords: ReadonlySet<string>): Query {
  const tokens = normal(q).match(TOKEN) ?? [];
  const query: Query = { terms: [], without: [] };
  let phrase: { words: string[]; unwanted: boolean; at: number } | null = null;
  let afterSpace = true;
  let unwanted = false;
  let place = -1;
  const close = () => {
    if (phrase?.words.length) {
      if (phrase.unwanted) query.without.push(phrase.words);
      else query.terms.push({ words: phrase.words, phrase: true, open: false, at: phrase.at });
    }
    phrase = null;
  };
  for (const [i, token] of tokens.entries()) {
    if (query.terms.length >= MOST_TERMS) return query;
    if (/^[\p{L}\p{N}\p{M}]/u.test(token)) {
      place++;
      const isLast = i === tokens.length - 1;
      const stopped = stopWords.has(token);
      if (phrase) phrase.words.push(...(stopped ? [] : [token]));
      else if (unwanted) query.without.push([token]);
      else if (isLast || !stopped) query.terms.push({ words: [token], phrase: false, open: isLast, at: place });
      unwanted = false;
    } else if (token === '"') {
      if (phrase) close();
      else phrase = { words: [], unwanted, at: place + 1 };
      unwanted = false;
    } else unwanted = token === "-" && !phrase && afterSpace;
    afterSpace = /\s$/u.test(token);
  }
  close();
  return query;
}
