import { z } from "zod";

/**
 * What kinds of facts there are. `choice`: ids or codes, one or several of a list. `text`: an address, a name, compared
 * without case and accents. `words`: running text, searched for whole words and phrases. `calendar`: the calendars open now.
 * Of mail besides: `line`: one line of text or several of them, compared like `text`. `body`: running text. Both may be
 * matched by a pattern. `number`: an amount.
 */
export type FactKind = "choice" | "text" | "words" | "calendar" | "line" | "body" | "number";

/** The comparisons of each kind of fact. All but `set` and `unset` take values. */
export const OPERATORS = {
  choice: ["in", "not_in", "set", "unset"],
  text: ["is", "is_not", "contains", "starts_with", "ends_with", "set", "unset"],
  words: ["any_word", "all_words", "no_word"],
  calendar: ["open", "shut"],
  line: [
    "is",
    "is_not",
    "contains",
    "not_contains",
    "starts_with",
    "ends_with",
    "matches",
    "not_matches",
    "set",
    "unset",
  ],
  body: ["any_word", "all_words", "no_word", "contains", "not_contains", "matches", "not_matches"],
  number: ["at_least", "at_most", "set", "unset"],
} as const satisfies Record<FactKind, readonly string[]>;

export type Operator = (typeof OPERATORS)[FactKind][number];
export const OPERATORS_WITHOUT_VALUES: readonly Operator[] = ["set", "unset"];
/** Their value is one pattern, taken as it was typed. */
export const PATTERN_OPERATORS: readonly Operator[] = ["matches", "not_matches"];

/** What can be wrong with a condition; the message of the schema's issues, at the path of the part. */
export type ConditionProblem =
  | "unknownFact"
  | "noName"
  | "badName"
  | "badOperator"
  | "noValue"
  | "badNumber"
  | "tooManyValues"
  | "tooLong"
  | "tooManyConditions"
  | PatternProblem;

/** Why a pattern is refused. */
export const PATTERN_PROBLEMS = [
  "patternTooLong",
  "patternLookaround",
  "patternBackreference",
  "patternRepeats",
  "patternNestedRepeat",
  "patternNothingToRepeat",
  "patternTooLarge",
  "patternParenthesis",
  "patternBracket",
  "patternEscape",
  "patternName",
  "patternNameTwice",
  "patternSyntax",
] as const;
export type PatternProblem = (typeof PATTERN_PROBLEMS)[number];

const problem = (code: ConditionProblem) => code;

const MAX_VALUES = 50;
const MAX_LENGTH = 200;
const MAX_CONDITIONS = 30;
const NUMBER = /^-?\d{1,12}(?:\.\d{1,3})?$/;
/** The name of a header field (RFC 5322, 2.2). */
const NAME = /^[!-9;-~]{1,76}$/;

/** The facts that conditions may ask for, and their kinds. `header:*` stands for every fact `header:<name>`. */
export type FactCatalogue = Readonly<Record<string, FactKind>>;

export type Condition = { fact: string; op: Operator; values: string[] };

/** Holds when every one of `all`, at least one of `any` (when there are some) and none of `none` holds. */
export type Conditions = { all: Condition[]; any: Condition[]; none: Condition[] };

/** `header:*` of `header:list-id`; null for a fact of no family. */
export function familyOf(fact: string): string | null {
  const colon = fact.indexOf(":");
  return colon < 0 ? null : `${fact.slice(0, colon)}:*`;
}

/** What follows the family's colon: `list-id` of `header:list-id`, nothing of `header:*`. */
export function nameInFamily(fact: string): string {
  const name = fact.slice(fact.indexOf(":") + 1);
  return name === "*" ? "" : name;
}

/** The kind of a fact, also of one in a family; undefined when the catalogue does not know it. */
export function kindOf(facts: FactCatalogue, fact: string): FactKind | undefined {
  const family = familyOf(fact);
  const known = family ?? fact;
  return Object.hasOwn(facts, known) ? facts[known] : undefined;
}

/** Says what is wrong with a pattern, null when nothing is. */
export type PatternCheck = (pattern: string) => PatternProblem | null;

/** A schema of conditions over these facts; patterns need a check. An empty set of conditions always holds. */
export function conditionsOver(facts: FactCatalogue, checkPattern?: PatternCheck): z.ZodType<Conditions, unknown> {
  const condition = z
    .object({
      fact: z.string(),
      op: z.string(),
      values: z
        .array(z.string().trim().min(1, problem("noValue")))
        .max(MAX_VALUES, problem("tooManyValues"))
        .default([]),
    })
    .superRefine(({ fact, op, values }, issues) => {
      const refuse = (code: ConditionProblem, ...path: (string | number)[]) =>
        issues.addIssue({ code: "custom", message: code, path });
      const kind = kindOf(facts, fact);
      if (!kind) return refuse("unknownFact", "fact");
      if (familyOf(fact) && !nameInFamily(fact)) return refuse("noName", "fact");
      if (familyOf(fact) && !NAME.test(nameInFamily(fact))) return refuse("badName", "fact");
      const operators: readonly string[] = OPERATORS[kind];
      const asksPattern = (PATTERN_OPERATORS as readonly string[]).includes(op);
      if (!operators.includes(op) || (asksPattern && !checkPattern)) return refuse("badOperator", "op");
      if (!values.length && !(OPERATORS_WITHOUT_VALUES as readonly string[]).includes(op))
        return refuse("noValue", "values");
      for (const [i, value] of values.entries()) {
        const wrong = asksPattern ? checkPattern?.(value) : value.length > MAX_LENGTH ? "tooLong" : null;
        if (wrong) refuse(wrong, "values", i);
        else if (kind === "number" && !NUMBER.test(value)) refuse("badNumber", "values", i);
      }
    });
  const list = z
    .array(condition as unknown as z.ZodType<Condition, unknown>)
    .max(MAX_CONDITIONS, problem("tooManyConditions"))
    .default([]);
  return z.object({ all: list, any: list, none: list });
}
