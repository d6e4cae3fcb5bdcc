import { fold, spell } from "./fold";

/** A word of a text and where it stands in it. */
export type Word = {
  start: number;
  end: number;
  /** Lower case with accents. */
  spelled: string;
  folded: string;
  /** Belongs to the word before without a space: e-mail, SP-20, SP20. */
  glued: boolean;
};

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const HAS_DIGIT = /\p{N}/u;
const HAS_LETTER = /\p{L}/u;
const RUNS = /\p{N}+|[^\p{N}]+/gu;
const JOINING = /^[-‐‑._/]$/;
/** Longer ones are keys, hashes or pictures in text form; nobody types them. */
const LONGEST = 64;
const MOST_RUNS = 4;
const MOST_PARTS = 4;
const LONGEST_JOINED = 24;

/** The words of a text in order. A short mix of letters and digits falls into glued parts: SP20 reads as SP-20 does. */
export function readWords(text: string): Word[] {
  const words: Word[] = [];
  let end = -1;
  for (const match of text.matchAll(WORD)) {
    const found = match[0];
    const start = match.index;
    const glue = end >= 0 && start - end === 1 && JOINING.test(text[end] ?? "");
    end = start + found.length;
    if (found.length > LONGEST) continue;
    const runs = HAS_DIGIT.test(found) && HAS_LETTER.test(found) ? found.match(RUNS) : null;
    if (!runs || runs.length > MOST_RUNS) add(words, found, start, glue);
    else {
      let at = start;
      for (const run of runs) {
        add(words, run, at, at > start || glue);
        at += run.length;
      }
    }
  }
  return words;
}

function add(words: Word[], text: string, start: number, glued: boolean) {
  const folded = fold(text);
  if (folded) words.push({ start, end: start + text.length, spelled: spell(text), folded, glued });
}

/** Runs of glued words as [from, to) of the list, each word in exactly one run. */
export function gluedRuns(words: readonly Word[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  words.forEach((word, i) => {
    const last = runs.at(-1);
    if (word.glued && last) last.to = i + 1;
    else runs.push({ from: i, to: i + 1 });
  });
  return runs;
}

/** What a glued run is called in one word (email, sp20), or null when it is no such word: an address, a path. */
export function joinedName(words: readonly Word[]): string | null {
  if (words.length < 2 || words.length > MOST_PARTS) return null;
  const name = words.map(({ folded }) => folded).join("");
  return name.length <= LONGEST_JOINED ? name : null;
}

/** Numbers and codes: never taken for a misspelling, never inflected. */
export const isCode = (folded: string): boolean => HAS_DIGIT.test(folded);

export const isCyrillic = (word: string): boolean => /\p{Script=Cyrillic}/u.test(word);
