import { foldText, foldWords, type KnownText, type LazyFacts, textsOf } from "./known-facts";
import type { Condition, Conditions } from "./schema";

export type { Facts, LazyFacts } from "./known-facts";

export type Answer = { holds: boolean; condition: Condition };
/** Whether the conditions hold, and the answer of each one that was asked, in order: all, any, none. */
export type Evaluation = { holds: boolean; all: Answer[]; any: Answer[]; none: Answer[] };

/** Whether a pattern finds something in a text. Only facts of mail are asked with patterns, see decision 16. */
export type PatternTest = (pattern: string, text: KnownText) => boolean;
const noPatterns: PatternTest = () => false;

/** Evaluates conditions over facts; every condition is asked, so that the answer can be explained. */
export function evaluate(conditions: Conditions, facts: LazyFacts, finds: PatternTest = noPatterns): Evaluation {
  const ask = (list: readonly Condition[]) =>
    list.map((condition) => ({ condition, holds: conditionHolds(condition, facts, finds) }));
  const [all, any, none] = [ask(conditions.all), ask(conditions.any), ask(conditions.none)];
  const holds =
    all.every((a) => a.holds) && (any.length === 0 || any.some((a) => a.holds)) && !none.some((a) => a.holds);
  return { holds, all, any, none };
}

/** Whether the conditions hold; stops at the first that decides. */
export function holds(conditions: Conditions, facts: LazyFacts, finds: PatternTest = noPatterns): boolean {
  return (
    conditions.all.every((condition) => conditionHolds(condition, facts, finds)) &&
    (conditions.any.length === 0 || conditions.any.some((condition) => conditionHolds(condition, facts, finds))) &&
    !conditions.none.some((condition) => conditionHolds(condition, facts, finds))
  );
}

/** Whether one condition holds of the facts. */
export function conditionHolds(condition: Condition, facts: LazyFacts, finds: PatternTest = noPatterns): boolean {
  const { fact, op, values } = condition;
  const known = textsOf(facts, fact);
  switch (op) {
    case "set":
      return known.length > 0;
    case "unset":
      return known.length === 0;
    case "in":
    case "open":
      return known.some(({ text }) => values.includes(text));
    case "not_in":
    case "shut":
      return !known.some(({ text }) => values.includes(text));
    case "is":
      return someText(known, condition, (text, value) => text === value);
    case "is_not":
      return !someText(known, condition, (text, value) => text === value);
    case "contains":
      return someText(known, condition, (text, value) => text.includes(value));
    case "not_contains":
      return !someText(known, condition, (text, value) => text.includes(value));
    case "starts_with":
      return someText(known, condition, (text, value) => text.startsWith(value));
    case "ends_with":
      return someText(known, condition, (text, value) => text.endsWith(value));
    case "any_word":
      return preparedOf(condition).words.some((words) => hasWords(known, words));
    case "all_words":
      return preparedOf(condition).words.every((words) => hasWords(known, words));
    case "no_word":
      return !preparedOf(condition).words.some((words) => hasWords(known, words));
    case "matches":
      return known.some((text) => values.some((pattern) => finds(pattern, text)));
    case "not_matches":
      return !known.some((text) => values.some((pattern) => finds(pattern, text)));
    case "at_least":
      return known.some(({ text }) => values.some((value) => Number(text) >= Number(value)));
    case "at_most":
      return known.some(({ text }) => values.some((value) => Number(text) <= Number(value)));
  }
}

function someText(
  known: readonly KnownText[],
  condition: Condition,
  test: (text: string, value: string) => boolean,
): boolean {
  const { texts } = preparedOf(condition);
  return known.some(({ folded }) => texts.some((value) => test(folded, value)));
}

/** Whole words in a row, whatever stands between them: "spare part" is found in "Spare-parts?" only as "spare parts". */
const hasWords = (known: readonly KnownText[], wanted: string): boolean =>
  wanted !== "  " && known.some(({ words }) => words.includes(wanted));

/** A condition's values as they are compared: rules ask the same of every ticket and mail. */
type Prepared = { texts: readonly string[]; words: readonly string[] };
const prepared = new WeakMap<Condition, Prepared>();

function preparedOf(condition: Condition): Prepared {
  let found = prepared.get(condition);
  if (!found) {
    const texts = condition.values.map(foldText);
    prepared.set(condition, (found = { texts, words: texts.map(foldWords) }));
  }
  return found;
}
