import type { Condition, Conditions } from "./schema";

/** What is known: one value, several, or nothing. Words and texts are folded by the comparison. */
export type Facts = Readonly<Record<string, string | readonly string[] | null | undefined>>;

export type Answer = { holds: boolean; condition: Condition };
/** Whether the conditions hold, and the answer of each one that was asked, in order: all, any, none. */
export type Evaluation = { holds: boolean; all: Answer[]; any: Answer[]; none: Answer[] };

/** Evaluates conditions over facts; every condition is asked, so that the answer can be explained. */
export function evaluate(conditions: Conditions, facts: Facts): Evaluation {
  const ask = (list: readonly Condition[]) =>
    list.map((condition) => ({ condition, holds: conditionHolds(condition, facts) }));
  const [all, any, none] = [ask(conditions.all), ask(conditions.any), ask(conditions.none)];
  const holds =
    all.every((a) => a.holds) && (any.length === 0 || any.some((a) => a.holds)) && !none.some((a) => a.holds);
  return { holds, all, any, none };
}

/** Whether the conditions hold; stops at the first that decides. */
export function holds(conditions: Conditions, facts: Facts): boolean {
  return (
    conditions.all.every((condition) => conditionHolds(condition, facts)) &&
    (conditions.any.length === 0 || conditions.any.some((condition) => conditionHolds(condition, facts))) &&
    !conditions.none.some((condition) => conditionHolds(condition, facts))
  );
}

function conditionHolds({ fact, op, values }: Condition, facts: Facts): boolean {
  const known = listOf(facts[fact]);
  switch (op) {
    case "set":
      return known.length > 0;
    case "unset":
      return known.length === 0;
    case "in":
    case "open":
      return known.some((value) => values.includes(value));
    case "not_in":
    case "shut":
      return !known.some((value) => values.includes(value));
    case "is":
      return someText(known, values, (text, value) => text === value);
    case "is_not":
      return !someText(known, values, (text, value) => text === value);
    case "contains":
      return someText(known, values, (text, value) => text.includes(value));
    case "starts_with":
      return someText(known, values, (text, value) => text.startsWith(value));
    case "ends_with":
      return someText(known, values, (text, value) => text.endsWith(value));
    case "any_word":
      return values.some((value) => hasWords(known, value));
    case "all_words":
      return values.every((value) => hasWords(known, value));
    case "no_word":
      return !values.some((value) => hasWords(known, value));
  }
}

const listOf = (value: Facts[string]): readonly string[] =>
  value === null || value === undefined || value === "" ? [] : typeof value === "string" ? [value] : value;

const someText = (
  known: readonly string[],
  values: readonly string[],
  test: (text: string, value: string) => boolean,
) => known.some((text) => values.some((value) => test(foldText(text), foldText(value))));

/** Whole words in a row, whatever stands between them: "spare part" is found in "Spare-parts?" only as "spare parts". */
const hasWords = (known: readonly string[], phrase: string): boolean => {
  const wanted = foldWords(phrase);
  return wanted !== "  " && known.some((text) => foldWords(text).includes(wanted));
};

/** Lower case without accents: ё is е, ș is s, È is e. */
export const foldText = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .trim();

const folded = new Map<string, string>();
/** Characters of texts and words kept: enough for the phrases of all rules beside some long mails. */
const KEPT = 4_000_000;
let size = 0;

/** Folded words between single spaces, with one at either end. The last texts asked for are kept: rules ask for one again and again. */
function foldWords(text: string): string {
  const known = folded.get(text);
  if (known !== undefined) return known;
  const words = ` ${foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
  size += text.length + words.length;
  if (size > KEPT) {
    folded.clear();
    size = text.length + words.length;
  }
  folded.set(text, words);
  return words;
}
