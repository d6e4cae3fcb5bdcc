import { detectAll } from "tinyld";
import type { Locale } from "~/platform/ctx.server";

const OURS: readonly string[] = ["en", "it", "ro", "ru"] satisfies Locale[];
const MIN_LETTERS = 12;
const MAX_TEXT = 500;
/** Of a text that may have megabytes; addresses in it are left out. */
const READ_TEXT = 5_000;
const MIN_ACCURACY = 0.2;

/** The language of a text when it is one of ours and plainly so; null for short, mixed or foreign text. */
export function detectLanguage(text: string): Locale | null {
  const sample = wordsOf(text.slice(0, READ_TEXT)).slice(0, MAX_TEXT);
  if ((sample.match(/\p{L}/gu)?.length ?? 0) < MIN_LETTERS) return null;
  // All languages compete: among ours alone, German would pass for English and Ukrainian for Russian.
  const [best, second] = detectAll(sample);
  if (!best || best.accuracy < MIN_ACCURACY || best.accuracy < 3 * (second?.accuracy ?? 0)) return null;
  return OURS.includes(best.lang) ? (best.lang as Locale) : null;
}

/** Without links and addresses. Word by word: a word may be as long as the text. */
const wordsOf = (text: string): string =>
  text
    .split(/\s+/)
    .filter((word) => !word.includes("@"))
    .join(" ")
    .replace(/https?:\S+/g, " ");
