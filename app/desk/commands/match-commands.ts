import type { Command } from "./command";

const LETTERS: Record<string, string> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ł: "l", ı: "i" };

/** Small letters without accents, in any script: "Coș" and "cos" are the same, so are "Ещё" and "еще". */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[ßæœøđłı]/g, (letter) => LETTERS[letter] ?? letter);

const BEGINS = 0;
const BEGINS_A_WORD = 1;
const INSIDE = 2;
const ELSEWHERE = 4;

/** The commands that hold every word of the query, best first; in their own order while nothing is typed. */
export function matchCommands(commands: readonly Command[], query: string): Command[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  return commands
    .map((command) => ({ command, score: scoreOf(command, words) }))
    .filter(({ score }) => score !== Infinity)
    .sort((a, b) => a.score - b.score)
    .map(({ command }) => command);
}

function scoreOf({ label, also = "" }: Command, words: readonly string[]): number {
  const [text, rest] = [fold(label), fold(also)];
  let score = 0;
  for (const word of words) score += placeOf(word, text, rest);
  return score;
}

function placeOf(word: string, text: string, rest: string): number {
  const at = text.indexOf(word);
  if (at === 0) return BEGINS;
  if (at > 0) return beginsAWord(text, word) ? BEGINS_A_WORD : INSIDE;
  return rest.includes(word) ? ELSEWHERE : Infinity;
}

function beginsAWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true;
  return false;
}

/** The ticket number that a query is: "10482", "#10482". */
export function numberIn(query: string): number | null {
  const digits = /^\s*#?\s*([1-9]\d{0,8})\s*$/.exec(query)?.[1];
  return digits ? Number(digits) : null;
}
