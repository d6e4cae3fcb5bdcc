import { detectAll } from "tinyld";
import type { Locale } from "~/platform/ctx.server";

const OURS: readonly string[] = ["en", "it", "ro", "ru"] satisfies Locale[];
const MIN_LETTERS = 12;
const MAX_TEXT = 500;
const MIN_ACCURACY = 0.2;

/** The language of a text when it is one of ours and plainly so; null for short, mixed or foreign text. */
export function detectLanguage(text: string): Locale | null {
  const sample = text.replace(/https?:\S+|\S+@\S+/g, " ").slice(0, MAX_TEXT);
  if ((sample.match(/\p{L}/gu)?.length ?? 0) < MIN_LETTERS) return null;
  // All languages compete: among ours alone, German would pass for English and Ukrainian for Russian.
  const [best, second] = detectAll(sample);
  if (!best || best.accuracy < MIN_ACCURACY || best.accuracy < 3 * (second?.accuracy ?? 0)) return null;
  return OURS.includes(best.lang) ? (best.lang as Locale) : null;
}
