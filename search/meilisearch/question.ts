import type { SearchLocale } from "../document";
import type { SearchRequest } from "../engine";
import { parseText, type Term } from "../parse-text";
import { isFiller, isGrammar } from "../stop-words";
import { isCode, joinedName, type Word } from "../words";
import { STOP_WORDS } from "./grammar";
import { stemOf } from "./stems";

/** One wanted word of a question: how it was typed, and how it is asked for. */
export type AskedWord = { typed: string; stem: string; open: boolean };

/** A word or a phrase of a question, in Meilisearch's syntax; `filler` counts little. */
export type AskedTerm = { phrase: boolean; words: AskedWord[]; stem: string; plain: string; filler: boolean };

export type Question = {
  /** The whole question in Meilisearch's own syntax: words, "phrases", -exclusions. */
  query: string;
  /** The same with the words as they were typed, for texts whose language is not the reader's. */
  plain: string;
  /** Phrases and exclusions, which hold for every answer. */
  always: string;
  terms: AskedTerm[];
  words: AskedWord[];
};

/** More are not asked of running text. */
const MOST_TERMS = 12;
/** A shorter stem would complete to too much. */
const SHORTEST_START = 4;
/** The server takes longer words for misspellings of others, also numbers and codes: in quotes they are exact. */
const LONGEST_EXACT_BYTES = 4;

/** Words of grammar are left out unless there are no others. The last word is a beginning while it is growing. */
export function readQuestion({ text, locale, prefix, match }: SearchRequest): Question {
  const { wanted, unwanted, open } = parseText(text);
  const last = wanted.at(-1);
  const asked = wanted.flatMap((term) => askFor(locale, term, Boolean(prefix && open && term === last)));
  const content = asked.filter(({ phrase, words: [word] }) => phrase || !isGrammar(locale, word?.typed ?? ""));
  const terms = match === "any" ? mostTelling(content) : content.length ? content : asked;
  const exclusions = unwanted.flatMap((term) => {
    const words = askWords(locale, term.words);
    return words.length ? [`-${quoted(words.map(({ stem }) => stem))}`] : [];
  });
  const phrases = terms.filter(({ phrase }) => phrase);
  return {
    query: inFull([...exclusions, ...terms.map(({ stem }) => stem)], terms.at(-1)),
    plain: inFull([...exclusions, ...terms.map(({ plain }) => plain)], terms.at(-1)),
    always: [...exclusions, ...phrases.map(({ stem }) => stem)].join(" "),
    terms: terms.filter(({ phrase }) => !phrase),
    words: terms.flatMap(({ words }) => words),
  };
}

/** A word that is complete is followed by a space, or it would find what begins with it. */
const inFull = (asks: string[], last: AskedTerm | undefined): string =>
  !asks.length || last?.words.at(-1)?.open ? asks.join(" ") : `${asks.join(" ")} `;

function askFor(locale: SearchLocale, term: Term, open: boolean): AskedTerm[] {
  if (term.kind === "phrase") {
    const words = askWords(locale, term.words);
    const [stem, plain] = [quoted(words.map(({ stem }) => stem)), quoted(words.map(({ typed }) => typed))];
    return words.length ? [{ phrase: true, words, stem, plain, filler: false }] : [];
  }
  const name = joinedName(term.words);
  const typed = name ? [name] : term.words.map(({ folded }) => folded);
  return typed.map((word, i) => askOne(locale, word, open && i === typed.length - 1));
}

function askOne(locale: SearchLocale, typed: string, open: boolean): AskedTerm {
  const base = stemOf(locale, typed);
  const stem = open && base.length < SHORTEST_START ? typed : base;
  const ask = (word: string) => (isExact(typed) && !open ? quoted([word]) : word);
  const filler = isFiller(locale, typed);
  return { phrase: false, words: [{ typed, stem, open }], stem: ask(stem), plain: ask(typed), filler };
}

const isExact = (word: string): boolean => isCode(word) && Buffer.byteLength(word) > LONGEST_EXACT_BYTES;

/** The words of a phrase that texts in the index have. */
const askWords = (locale: SearchLocale, words: readonly Word[]): AskedWord[] =>
  words
    .filter(({ folded }) => !STOP_WORDS.has(folded))
    .map(({ folded }) => ({ typed: folded, stem: stemOf(locale, folded), open: false }));

/** Of running text the longest words, in their order. */
export function mostTelling(asked: AskedTerm[]): AskedTerm[] {
  const length = ({ words, filler }: AskedTerm) =>
    words.reduce((sum, { typed }) => sum + typed.length, 0) - (filler ? 100 : 0);
  const once = asked.filter(({ stem }, i) => asked.findIndex((other) => other.stem === stem) === i);
  const chosen = new Set(once.toSorted((a, b) => length(b) - length(a)).slice(0, MOST_TERMS));
  return once.filter((one) => chosen.has(one));
}

const quoted = (words: readonly string[]) => `"${words.join(" ")}"`;
