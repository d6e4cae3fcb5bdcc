import { countSlips } from "#search/spelling";

export type Stored = Record<string, unknown> & { key: string };

/** Where a word stands: the place of its attribute among the searchable ones, and its place in the attribute. */
export type Place = { attribute: number; at: number };
export type Words = Map<string, Place[]>;

/** Every word of an index, as its documents were when it was made. */
export type Vocabulary = {
  of: Map<Stored, Words>;
  documents: Map<string, Set<Stored>>;
  /** How many documents have two words side by side. */
  pairs: Map<string, number>;
};

/** The server decomposes letters (й is и with a breve) and takes no accents off Cyrillic ones. */
export const normal = (text: string): string => text.normalize("NFKD").toLowerCase();

const LONGEST_WORD = 250;
const SEPARATOR = /[^\p{L}\p{N}\p{M}]+/u;

/** Stop words keep their place and are not found. */
export function readVocabulary(
  documents: Iterable<Stored>,
  attributes: readonly string[],
  stopWords: ReadonlySet<string>,
): Vocabulary {
  const vocabulary: Vocabulary = { of: new Map(), documents: new Map(), pairs: new Map() };
  for (const document of documents) {
    const words: Words = new Map();
    const pairs = new Set<string>();
    for (const [attribute, name] of attributes.entries()) {
      const text = document[name];
      if (typeof text !== "string") continue;
      const tokens = normal(text).split(SEPARATOR).filter(Boolean);
      for (const [at, word] of tokens.entries()) {
        if (stopWords.has(word) || Buffer.byteLength(word) > LONGEST_WORD) continue;
        words.set(word, [...(words.get(word) ?? []), { attribute, at }]);
        const next = tokens[at + 1];
        if (next !== undefined) pairs.add(`${word} ${next}`);
      }
    }
    vocabulary.of.set(document, words);
    for (const word of words.keys())
      vocabulary.documents.set(word, (vocabulary.documents.get(word) ?? new Set()).add(document));
    for (const pair of pairs) vocabulary.pairs.set(pair, (vocabulary.pairs.get(pair) ?? 0) + 1);
  }
  return vocabulary;
}

/** Places where these words stand one after the other in one attribute. */
export function placesOfPhrase(words: Words, phrase: readonly string[]): Place[] {
  const [first, ...rest] = phrase.map((word) => words.get(word) ?? []);
  return (first ?? []).filter(({ attribute, at }) =>
    rest.every((places, i) => places.some((one) => one.attribute === attribute && one.at === at + i + 1)),
  );
}

/** Words of the index that a word may be misspelt for, with what that costs; a wrong first letter costs two. */
export function misspeltFor(
  asked: string,
  words: Iterable<string>,
  most: number,
  open: boolean,
): { word: string; typos: number }[] {
  if (most <= 0) return [];
  const found: { word: string; typos: number }[] = [];
  for (const word of words) {
    const sameStart = [...word][0] === [...asked][0];
    const allowed = sameStart ? most : most - 1;
    if (allowed <= 0) continue;
    const slips = open ? leastSlips(asked, word, allowed) : countSlips(asked, word, allowed);
    if (slips <= allowed && (slips > 0 || open)) found.push({ word, typos: sameStart ? slips : 2 });
  }
  return found.filter(({ typos }) => typos > 0 && typos <= most);
}

function leastSlips(asked: string, word: string, most: number): number {
  let least = most + 1;
  for (let length = asked.length - most; length <= Math.min(word.length, asked.length + most); length++)
    least = Math.min(least, countSlips(asked, word.slice(0, length), most));
  return least;
}

/** The two words side by side in most documents that together read as this one. */
export function splitOf(word: string, { pairs }: Vocabulary): [string, string] | null {
  let best: { parts: [string, string]; count: number } | null = null;
  const letters = [...word];
  for (let i = 1; i < letters.length; i++) {
    const parts: [string, string] = [letters.slice(0, i).join(""), letters.slice(i).join("")];
    const count = pairs.get(parts.join(" ")) ?? 0;
    if (count > (best?.count ?? 0)) best = { parts, count };
  }
  return best?.parts ?? null;
}
