import type { SearchLocale } from "./document";
import type { Synonyms } from "./engine";
import { readWords, type Word } from "./words";

/** What makes two spellings the same word of a language, such as a base form. */
export type NameOf = (locale: SearchLocale, word: Word) => string;

/** What else a run of words is called, each as its words; by the names of the run, joined by spaces. */
type Names = Map<string, Word[][]>;

/** Words that mean the same, ready for looking up. */
export type SynonymTable = {
  /** Every run of up to three words that has synonyms: which words it is made of, and what else it is called. */
  find(locale: SearchLocale, words: readonly Word[]): { run: readonly Word[]; others: Word[][] }[];
};

const LONGEST = 3;

export function tableOfSynonyms(synonyms: Synonyms, nameOf: NameOf): SynonymTable {
  const keyOf = (locale: SearchLocale, words: readonly Word[]) => words.map((word) => nameOf(locale, word)).join(" ");
  const read = (locale: SearchLocale) => {
    const names: Names = new Map();
    for (const group of synonyms[locale]) {
      const spellings = group.map(readWords).filter((words) => words.length > 0);
      for (const words of spellings) {
        const key = keyOf(locale, words);
        const others = spellings.filter((other) => keyOf(locale, other) !== key);
        if (others.length) names.set(key, [...(names.get(key) ?? []), ...others]);
      }
    }
    return names;
  };
  const tables = { en: read("en"), it: read("it"), ro: read("ro"), ru: read("ru") };
  return {
    find(locale, words) {
      const found: { run: readonly Word[]; others: Word[][] }[] = [];
      if (!tables[locale].size) return found;
      for (let from = 0; from < words.length; from++)
        for (let to = from + 1; to <= Math.min(words.length, from + LONGEST); to++) {
          const run = words.slice(from, to);
          const others = tables[locale].get(keyOf(locale, run));
          if (others) found.push({ run, others });
        }
      return found;
    },
  };
}
