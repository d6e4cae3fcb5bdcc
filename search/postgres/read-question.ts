import type { SearchLocale } from "../document";
import type { SearchRequest } from "../engine";
import type { ParsedText } from "../parse-text";
import type { Family } from "../settings";
import { isGrammar, languagesOf } from "../stop-words";
import { isCode, type Word } from "../words";
import { formsOf, inOneName, learnWords, placesOf, queryOf, readAsked, type Asked } from "./asked";
import type { FamilyIndex } from "./family-index";
import { findRelated } from "./find-related";
import type { Lexicon } from "./lexicon";
import { near, not } from "./tsquery";
import { countLexemes, type KnownWord } from "./word-statistics";

const MOST_TERMS = 12;
/** Fewer hits than this, of a word still being typed, are suggestions. */
export const SUGGESTIONS = 10;
const SHORTEST_JOINED = 5;
const COMPLETIONS = 20;
/** Of a beginning of two or three letters. */
const SHORT_COMPLETIONS = 10;

/** What is asked for, with the number of documents that have it, synonyms and completions; and what must not be there. */
export async function readQuestion(
  index: FamilyIndex,
  family: Family,
  { locale, prefix = false, limit }: SearchRequest,
  parsed: ParsedText,
): Promise<{ asked: Asked[]; excluded: string[] }> {
  const { lexicon } = index;
  const joined = joinsOf(parsed);
  await learnWords(lexicon, [
    ...[...parsed.wanted, ...parsed.unwanted].flatMap((term) => term.words),
    ...joined.map(({ name }) => ({ spelled: name, folded: name })),
  ]);
  const unwanted = { wanted: parsed.unwanted, unwanted: [], open: false };
  const excluded = readAsked(lexicon, unwanted, locale, false).map((one) => not(queryOf(inOneName(one))));
  const asked = readAsked(lexicon, parsed, locale, prefix);
  if (!asked.length) return { asked, excluded };
  const languages = readersLanguages(locale, parsed);
  for (const language of languages) await addSynonyms(index, parsed, asked, language);
  const open = asked.find((one) => one.open && one.words.length === 1);
  const [completions, related] = await Promise.all([
    open && open.key.length > 1
      ? index.complete(family, open.key, open.key.length < 4 ? SHORT_COMPLETIONS : COMPLETIONS)
      : [],
    family === "help" && asked.length <= MOST_TERMS && !(prefix && limit < SUGGESTIONS)
      ? findRelated(index, family, asked, languages)
      : [],
    countDocuments(index, family, asked, joined, languages),
  ]);
  for (const { one, lexeme, documents } of related) if (!one.exact.includes(lexeme)) addLoose(one, lexeme, documents);
  if (open) addCompletions(open, completions);
  return { asked: asked.length > MOST_TERMS ? mostTelling(asked) : asked, excluded };
}

/** Languages whose grammar and synonyms count: the reader's, and that of the letters typed. */
export const readersLanguages = (locale: SearchLocale, { wanted }: ParsedText): readonly SearchLocale[] =>
  languagesOf(
    locale,
    wanted.flatMap((term) => term.words.map(({ folded }) => folded)),
  );

async function addSynonyms(
  { lexicon, synonyms }: FamilyIndex,
  { wanted }: ParsedText,
  asked: readonly Asked[],
  locale: SearchLocale,
): Promise<void> {
  const words = wanted.filter(({ kind }) => kind === "word").flatMap((term) => term.words);
  for (const { run, others } of synonyms.find(locale, words)) {
    await learnWords(lexicon, others.flat());
    for (const one of asked) {
      if (!one.words.some((word) => run.includes(word))) continue;
      for (const other of others) {
        const places = placesOf(lexicon, other, (word) => isGrammar(locale, word.folded));
        // "How much" asks for the price, but no text about prices is found by "much".
        if (places.length === 1 && other.length > 1 && other[0] && isGrammar(locale, other[0].folded)) continue;
        if (places.length === 1) for (const lexeme of places[0]?.lexemes ?? []) one.loose.add(lexeme);
        else one.loosePhrases.push(near(places));
      }
    }
  }
}

/** Says of each how many documents have it, and how many what answers it loosely. */
async function countDocuments(
  { sql, place, lexicon }: FamilyIndex,
  family: Family,
  asked: readonly Asked[],
  joined: readonly Joined[],
  languages: readonly SearchLocale[],
): Promise<void> {
  const joins = joined.map(({ run, name }) => ({ run, forms: formsOf(lexicon, { spelled: name, folded: name }) }));
  const lexemes = new Set([
    ...asked.flatMap((one) => [...formsIn(lexicon, one), ...one.loose]),
    ...joins.flatMap(({ forms }) => forms),
  ]);
  const counts = await countLexemes(sql, place, family, [...lexemes], languages);
  const countOf = (lexeme: string) => counts.get(lexeme)?.documents ?? 0;
  for (const { run, forms } of joins) {
    const known = forms.filter(countOf);
    for (const one of known.length ? asked : [])
      if (!one.exactQuery && run.includes(one.words[0])) one.exact = [...new Set([...one.exact, ...known])];
  }
  const most = (lexemes: Iterable<string>) => Math.max(0, ...[...lexemes].map(countOf));
  for (const one of asked) {
    one.documents = most(one.exact);
    one.whole &&= one.documents > 0;
    one.exactQuery = inOneName(one).exactQuery;
    one.foreign = one.documents > 0 && !one.exact.some((lexeme) => counts.get(lexeme)?.own);
    // A phrase has at most as many documents as its rarest word; words of grammar are in no index.
    if (one.exactQuery && !one.documents) {
      const parts = one.words.map((word) => most(formsOf(lexicon, word))).filter((count) => count > 0);
      one.documents = parts.length ? Math.min(...parts) : 0;
    }
    if (!one.documents && (one.loose.size || one.loosePhrases.length))
      one.documents = Math.max(most(one.loose), one.loosePhrases.length);
    one.matching = one.documents + [...one.loose].reduce((sum, lexeme) => sum + countOf(lexeme), 0);
  }
}

const formsIn = (lexicon: Lexicon, { exact, exactQuery, words }: Asked): string[] => [
  ...exact,
  ...(exactQuery ? words.flatMap((word) => formsOf(lexicon, word)) : []),
];

type Joined = { run: readonly (Word | undefined)[]; name: string };

/** Two or three words beside each other written as one: "sub domain" is a subdomain too. */
function joinsOf({ wanted }: ParsedText): Joined[] {
  const words = wanted.map(({ kind, words: [only, ...more] }) => (kind === "word" && !more.length ? only : undefined));
  const joined: Joined[] = [];
  for (let from = 0; from < Math.min(words.length, MOST_TERMS); from++)
    for (const length of [2, 3]) {
      const run = words.slice(from, from + length);
      const name = run.map((word) => word?.folded ?? "").join("");
      if (run.length === length && run.every(Boolean) && !isCode(name) && name.length >= SHORTEST_JOINED)
        joined.push({ run, name });
    }
  return joined;
}

function addLoose(one: Asked, lexeme: string, documents: number): void {
  if (one.loose.has(lexeme)) return;
  one.loose.add(lexeme);
  one.documents ||= documents;
  one.matching += documents;
}

function addCompletions(open: Asked, completions: readonly KnownWord[]): void {
  for (const { lexeme } of completions) if (!open.exact.includes(lexeme)) open.loose.add(lexeme);
  const completed = completions.reduce((sum, { documents }) => sum + documents, 0);
  open.documents ||= completed;
  open.matching += completed;
}

/** Of running text its most telling words. */
function mostTelling(asked: readonly Asked[]): Asked[] {
  const telling = asked.filter((one) => one.documents > 0 && !one.filler).sort((a, b) => a.documents - b.documents);
  const kept = new Set(telling.slice(0, MOST_TERMS));
  return asked.filter((one) => kept.has(one));
}
