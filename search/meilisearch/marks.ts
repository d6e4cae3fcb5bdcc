import type { SearchLocale } from "../document";
import type { Marked } from "../engine";
import { findPlaces, markAll, markBest, type Matcher } from "../highlight";
import { countSlips, slipsAllowed } from "../spelling";
import { isCode, readWords } from "../words";
import type { AskedWord } from "./question";
import { stemOf } from "./stems";

export type Corrections = Map<string, { to: string | null }>;

/**
 * Marks in a text what answers a question; words that are a slip away only where none stands as asked. What was found
 * only with a slip is noted in `corrections`, null once it stands somewhere as asked.
 */
export function markTexts(
  locale: SearchLocale,
  { title, body }: { title: string; body: string },
  asked: readonly AskedWord[],
  corrections: Corrections,
): { title: Marked; snippet: Marked } {
  const [titleWords, bodyWords] = [readWords(title), readWords(body)];
  const stems = new Set([...titleWords, ...bodyWords].map(({ folded }) => stemOf(locale, folded)));
  const near = asked.map(({ typed, stem, open }) => {
    const own = open ? stem : stemOf(locale, typed);
    const exact = [...stems].some((one) => one === own || (open && one.startsWith(own)));
    const most = exact || isCode(typed) ? 0 : slipsAllowed(typed);
    return { typed, own, open, exact, most };
  });
  for (const { typed, exact } of near) if (exact) corrections.set(typed, { to: null });
  const matches: Matcher = ({ spelled, folded }) => {
    const stem = stemOf(locale, folded);
    for (const [term, { typed, own, open, most }] of near.entries()) {
      if (stem === own || folded === typed || (open && folded.startsWith(own))) return { term, weight: 1 };
      if (!most || (countSlips(typed, folded, most) > most && countSlips(own, stem, 1) > 1)) continue;
      if (!corrections.has(typed)) corrections.set(typed, { to: spelled });
      return { term, weight: 0.7 };
    }
    return null;
  };
  return {
    title: markAll(title, findPlaces(titleWords, matches)),
    snippet: markBest(body, findPlaces(bodyWords, matches)),
  };
}
