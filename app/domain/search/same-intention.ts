import { countSlips } from "#search/spelling";
import { fold } from "#search/fold";
import { parseQuery } from "./operators";

const LONGEST = 100;
/** Telephone numbers, card numbers, dates: figures that tell of a person more than of a question. */
const FIGURES = /\+?\d[\d\s()./-]{5,}\d/gu;

/**
 * What the log keeps of a search: folded words in their order, without operators, mail addresses and numbers of five
 * digits and more; null when nothing is left. Looked at until nothing more goes: figures meet when what stood between
 * them is taken out.
 */
export function loggedQuery(typed: string): string | null {
  const words = parseQuery(typed)
    .text.replace(FIGURES, " ")
    .split(/\s+/u)
    .filter((word) => !word.includes("@") && !/\d{5}/u.test(word))
    .map(foldPiece)
    .filter(Boolean);
  const kept = words.join(" ").slice(0, LONGEST).trim();
  return kept === typed ? kept || null : loggedQuery(kept);
}

/** px-40 stays one word of two parts. */
const foldPiece = (piece: string): string => piece.split("-").map(fold).filter(Boolean).join("-");

/** Whether one of two searches in a row is a beginning or a correction of the other. */
export function sameIntention(before: string, after: string): boolean {
  if (before.startsWith(after) || after.startsWith(before)) return true;
  const length = Math.min(before.length, after.length);
  const most = length < 4 ? 0 : length < 8 ? 1 : length < 16 ? 2 : 3;
  return countSlips(before, after.slice(0, before.length), most) <= most || countSlips(before, after, most) <= most;
}
