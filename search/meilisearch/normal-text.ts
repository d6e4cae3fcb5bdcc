import type { SearchLocale } from "../document";
import type { Synonyms } from "../engine";
import { isGrammar } from "../stop-words";
import { gluedRuns, joinedName, readWords, type Word } from "../words";
import { STOP_WORDS } from "./grammar";
import { stemOf } from "./stems";

/** A text as the index has it: stems, and for glued runs (SP-20, e-mail) their name in one word beside them. */
export const indexText = (locale: SearchLocale, text: string): string =>
  runsOf(text)
    .flatMap(({ words, name }) => [...words, ...(name ? [name] : [])])
    .map((word) => stemOf(locale, word))
    .join(" ");

/** The words of a text that `indexText` cuts, each once. */
export function indexForms(locale: SearchLocale, text: string): string {
  const words = runsOf(text).flatMap(({ words, name }) => [...words, ...(name ? [name] : [])]);
  return [...new Set(words)].filter((word) => stemOf(locale, word) !== word).join(" ");
}

/** Runs of glued words as folded words without those of grammar, and the run's name in one word. */
function runsOf(text: string): { words: string[]; name: string | null }[] {
  const words = readWords(text);
  return gluedRuns(words).map(({ from, to }) => {
    const run: Word[] = words.slice(from, to);
    return { words: run.map(({ folded }) => folded).filter((word) => !STOP_WORDS.has(word)), name: joinedName(run) };
  });
}

/** Every word of a group leads to all others; the index knows one set for all languages. */
export function indexSynonyms(synonyms: Synonyms): Record<string, string[]> {
  const all: Record<string, string[]> = {};
  for (const [locale, groups] of Object.entries(synonyms) as [SearchLocale, string[][]][])
    for (const group of groups) {
      const names = group.map((name) => readName(locale, name)).filter(({ asked }) => asked);
      for (const { asked } of names) {
        const others = names.filter((other) => other.asked !== asked).map(({ stands }) => stands);
        if (others.length) all[asked] = [...new Set([...(all[asked] ?? []), ...others])];
      }
    }
  return all;
}

/** How a question asks for a name, without words of grammar unless there are no others, and how it stands in texts. */
function readName(locale: SearchLocale, name: string): { asked: string; stands: string } {
  const words = runsOf(name).flatMap(({ words, name }) => (name ? [name] : words));
  const content = words.filter((word) => !isGrammar(locale, word));
  const stems = (of: string[]) => of.map((word) => stemOf(locale, word)).join(" ");
  return { asked: stems(content.length ? content : words), stands: stems(words) };
}
