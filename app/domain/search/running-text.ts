import type { Marked } from "#search/engine";

const LEAST_LETTERS = 6;
const MOST_LETTERS = 600;

/**
 * A ticket's words as a search for any of them: the signs that a searcher types on purpose (quotes, a minus before a
 * word) mean nothing here. Empty when there are fewer than six letters.
 */
export function runningText(subject: string, text: string): string {
  const words = `${subject} ${text}`
    .replace(/["“”„«»]/gu, " ")
    .replace(/(^|\s)-+(?=\S)/gu, "$1")
    .replace(/\s+/gu, " ")
    .trim()
    .slice(0, MOST_LETTERS);
  return (words.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < LEAST_LETTERS ? "" : words;
}

/** A word of the title was asked for, or two different words of the text. */
export const fits = ({ title, snippet }: { title: Marked; snippet: Marked }): boolean =>
  matched(title).size > 0 || matched(snippet).size > 1;

const matched = (text: Marked): Set<string> =>
  new Set(text.filter(({ match }) => match).map((piece) => piece.text.toLowerCase()));
