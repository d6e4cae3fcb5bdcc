import type { SearchLocale } from "../document";
import type { SearchRequest, Synonyms } from "../engine";
import { fold } from "../fold";
import { parseText, type Term } from "../parse-text";
import { isGrammar } from "../stop-words";
import { gluedRuns, joinedName, readWords, type Word } from "../words";
import { stemOf } from "./stems";

/** A text as the index has it: stems, and for glued runs (SP-20, e-mail) their name in one word beside them. */
export function indexText(locale: SearchLocale, text: string): string {
  const words = readWords(text);
  return gluedRuns(words)
    .flatMap(({ from, to }) => {
      const run = words.slice(from, to);
      const name = joinedName(run);
      return [...run.map(({ folded }) => stemOf(locale, folded)), ...(name ? [name] : [])];
    })
    .join(" ");
}

/** One wanted word of a question: how it was typed, and how it is asked for. */
export type AskedWord = { typed: string; stem: string; open: boolean };
/**
 * `query` in Meilisearch's own syntax: words, "phrases", -exclusions. `plain` has the words as they were typed, for texts
 * whose language is not the reader's.
 */
export type Question = { query: string; plain: string; words: AskedWord[] };

/** Meilisearch reads ten words of a question. */
const WORDS_READ = 10;

/** Words of grammar are left out unless there are no others. The last word stays as typed while it is growing. */
export function readQuestion({ text, locale, prefix, match }: SearchRequest): Question {
  const { wanted, unwanted, open } = parseText(text);
  const last = wanted.at(-1);
  const asked = wanted.flatMap((term) => askFor(locale, term, Boolean(prefix && open && term === last)));
  const content = asked.filter(
    ({ term, words: [word] }) => term.kind === "phrase" || !isGrammar(locale, word?.typed ?? ""),
  );
  const chosen = match === "any" ? mostTelling(content) : content.length ? content : asked;
  const words = chosen.flatMap((one) => one.words);
  const exclusions = unwanted.map((term) => `-${quoted(term.words.map(({ folded }) => stemOf(locale, folded)))}`);
  const whole = (asks: string[]) => {
    const query = [...exclusions, ...asks].join(" ");
    // A word that is complete is followed by a space, or it would find what begins with it.
    return words.at(-1)?.open || !query ? query : `${query} `;
  };
  return {
    query: whole(chosen.map(({ asks }) => asks)),
    plain: whole(
      chosen.map(({ term, words }) => {
        const typed = words.map((word) => word.typed);
        return term.kind === "phrase" ? quoted(typed) : typed.join(" ");
      }),
    ),
    words,
  };
}

type Asked = { term: Term; asks: string; words: AskedWord[] };

function askFor(locale: SearchLocale, term: Term, open: boolean): Asked[] {
  const ask = (word: Word, growing = false): AskedWord => ({
    typed: word.folded,
    stem: growing ? word.folded : stemOf(locale, word.folded),
    open: growing,
  });
  if (term.kind === "phrase") {
    const words = term.words.map((word) => ask(word));
    return words.length ? [{ term, asks: quoted(words.map(({ stem }) => stem)), words }] : [];
  }
  const name = joinedName(term.words);
  if (name) return [{ term, asks: name, words: [{ typed: name, stem: name, open }] }];
  return term.words.map((word, i) => {
    const one = ask(word, open && i === term.words.length - 1);
    return { term, asks: one.stem, words: [one] };
  });
}

/** Of running text the longest words, in their order. */
function mostTelling(asked: Asked[]): Asked[] {
  const length = ({ words }: Asked) => words.reduce((sum, { typed }) => sum + typed.length, 0);
  const once = asked.filter(({ asks }, i) => asked.findIndex((other) => other.asks === asks) === i);
  const chosen = new Set(once.toSorted((a, b) => length(b) - length(a)).slice(0, WORDS_READ));
  return once.filter((one) => chosen.has(one));
}

const quoted = (words: readonly string[]) => `"${words.join(" ")}"`;

/** As a question would ask for it: without words of grammar, unless there are no others. */
function askedFor(locale: SearchLocale, name: string): string {
  const words = name.split(/\s+/);
  const content = words.filter((word) => !isGrammar(locale, fold(word)));
  return indexText(locale, (content.length ? content : words).join(" "));
}

/** Every word of a group leads to all others; the index knows one set for all languages. */
export function indexSynonyms(synonyms: Synonyms): Record<string, string[]> {
  const all: Record<string, string[]> = {};
  for (const [locale, groups] of Object.entries(synonyms) as [SearchLocale, string[][]][])
    for (const group of groups) {
      const words = [...new Set(group.map((name) => askedFor(locale, name)).filter(Boolean))];
      for (const word of words)
        all[word] = [...new Set([...(all[word] ?? []), ...words.filter((other) => other !== word)])];
    }
  return all;
}
