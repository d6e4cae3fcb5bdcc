import { readWords, type Word } from "./words";

/** One thing asked for: a word (several when glued: SP-20) or a phrase. */
export type Term = { kind: "word" | "phrase"; words: Word[] };
export type ParsedText = {
  wanted: Term[];
  unwanted: Term[];
  /** The text ends inside a word that may still be growing. */
  open: boolean;
};

const PIECES = /(^|\s)(-?)"([^"]*)("|$)|\S+/gu;
/** Words read of a running text; what follows adds time and no sense. */
const MOST_WORDS = 300;

/** Reads what was typed: words, "phrases", -exclusions (of words and phrases). A quote left open runs to the end. */
export function parseText(text: string): ParsedText {
  const wanted: Term[] = [];
  const unwanted: Term[] = [];
  let open = false;
  let count = 0;
  for (const match of text.matchAll(PIECES)) {
    if (count > MOST_WORDS) break;
    const [piece, , minus, quoted] = match;
    if (quoted !== undefined) {
      const words = readWords(quoted);
      if (words.length) (minus ? unwanted : wanted).push({ kind: "phrase", words });
      count += words.length;
      open = false;
      continue;
    }
    const negative = piece.startsWith("-") && /^-[\p{L}\p{N}]/u.test(piece);
    const words = readWords(piece);
    count += words.length;
    const terms = split(words);
    if (negative) unwanted.push(...terms);
    else wanted.push(...terms);
    open = !negative && /[\p{L}\p{N}\p{M}]$/u.test(piece);
  }
  return { wanted, unwanted, open: open && !/\s$/u.test(text) };
}

/** Every run of glued words is one term; long runs (addresses, paths) are phrases. */
function split(words: Word[]): Term[] {
  const terms: Term[] = [];
  for (const word of words) {
    const last = terms.at(-1);
    if (word.glued && last) last.words.push(word);
    else terms.push({ kind: "word", words: [word] });
  }
  return terms;
}
