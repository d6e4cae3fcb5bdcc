import type { SearchLocale } from "../document";
import { SEARCH_LOCALES } from "../document";
import type { ParsedText, Term } from "../parse-text";
import { isFiller, isGrammar, languagesOf } from "../stop-words";
import { isCode, joinedName, type Word } from "../words";
import type { Lexicon, Spelling } from "./lexicon";
import { any, inOrder, oneOf } from "./tsquery";

/** One thing asked for, with everything that answers it. */
export type Asked = {
  /** Folded, as typed. */
  key: string;
  words: readonly Word[];
  phrase: boolean;
  /** Base forms of the word as typed, and of it with its neighbours in one; empty for a phrase. */
  exact: readonly string[];
  /** The same as a query that a phrase or glued word needs; null when `exact` says it all. */
  exactQuery: ((fields?: string) => string) | null;
  /** Base forms that answer too, but less: synonyms, completions, neighbours of a misspelling. */
  loose: Set<string>;
  /** Synonyms of several words. */
  loosePhrases: string[];
  /** Its name in one says all, where it is known: of E-17 the letter alone is in no index. */
  whole: boolean;
  /** Still being typed. */
  open: boolean;
  filler: boolean;
  code: boolean;
  /** No text of the reader's languages has it. */
  foreign: boolean;
  /** Documents of the family that have it, which says how telling it is … */
  documents: number;
  /** … and those that have it or what answers it loosely; a document with two of these counts twice. */
  matching: number;
};

/** Languages whose word forms a typed word may follow. */
export async function learnWords(lexicon: Lexicon, words: readonly Spelling[]): Promise<void> {
  await lexicon.learn(SEARCH_LOCALES, words);
}

/** Base forms of a typed word in any of the four languages. */
export const formsOf = (lexicon: Lexicon, word: { spelled: string; folded: string }): string[] => [
  ...new Set(SEARCH_LOCALES.flatMap((locale) => lexicon.lexemes(locale, word))),
];

/** What the question asks for: without words of grammar, each thing once. Call `learnWords` before. */
export function readAsked(lexicon: Lexicon, parsed: ParsedText, reader: SearchLocale, prefix: boolean): Asked[] {
  const words = parsed.wanted.flatMap((term) => term.words);
  const languages = languagesOf(
    reader,
    words.map(({ folded }) => folded),
  );
  const isWeak = (word: Word) => languages.some((locale) => isGrammar(locale, word.folded));
  const last = prefix && parsed.open ? parsed.wanted.at(-1) : undefined;
  const strong = parsed.wanted.filter((term) => term === last || !term.words.every(isWeak));
  const asked = new Map<string, Asked>();
  for (const term of strong.length ? strong : parsed.wanted) {
    const one = readTerm(lexicon, term, isWeak, term === last);
    one.filler = term.kind === "word" && languages.some((locale) => isFiller(locale, one.key));
    if (!asked.has(one.key) || term === last) asked.set(one.key, one);
  }
  const found = [...asked.values()];
  if (found.every(({ filler }) => filler)) for (const one of found) one.filler = false;
  return found;
}

function readTerm(lexicon: Lexicon, term: Term, isWeak: (word: Word) => boolean, open: boolean): Asked {
  const [only, ...more] = term.words;
  const key = term.words.map(({ folded }) => folded).join(term.kind === "phrase" ? " " : "");
  const base = {
    key,
    words: term.words,
    loose: new Set<string>(),
    loosePhrases: [],
    whole: false,
    open,
    filler: false,
    foreign: false,
    documents: 0,
    matching: 0,
  };
  if (only && !more.length)
    return { ...base, phrase: false, exact: formsOf(lexicon, only), exactQuery: null, code: isCode(only.folded) };
  const places = placesOf(lexicon, term.words, isWeak);
  const name = more.every(({ glued }) => glued) ? joinedName(term.words) : null;
  return {
    ...base,
    phrase: term.kind === "phrase",
    whole: name !== null && places.length === 1,
    exact: name ? [name] : [],
    exactQuery: (fields = "") => {
      const ordered = inOrder(places, fields);
      return name ? any([oneOf([name], fields), ordered]) : ordered;
    },
    code: term.words.some(({ folded }) => isCode(folded)),
  };
}

/** Words of a phrase with their base forms; words of grammar are in no index and leave a gap. */
export function placesOf(lexicon: Lexicon, words: readonly Word[], isWeak: (word: Word) => boolean) {
  const places: { lexemes: string[]; gap: number }[] = [];
  const dropWeak = !words.every(isWeak);
  let gap = 1;
  for (const word of words) {
    if (dropWeak && isWeak(word)) gap += 1;
    else {
      places.push({ lexemes: formsOf(lexicon, word), gap });
      gap = 1;
    }
  }
  return places;
}

/** The same without what its parts alone would find. */
export const inOneName = (asked: Asked): Asked =>
  asked.whole ? { ...asked, exactQuery: (fields = "") => oneOf(asked.exact, fields) } : asked;

/** The query that a document must answer to have this. */
export function queryOf(asked: Asked): string {
  const parts = [asked.exactQuery?.() ?? oneOf(asked.exact)];
  if (asked.loose.size) parts.push(oneOf([...asked.loose]));
  return parts.length + asked.loosePhrases.length > 1 ? any([...parts, ...asked.loosePhrases]) : (parts[0] ?? "");
}
