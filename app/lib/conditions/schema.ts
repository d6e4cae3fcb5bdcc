import { z } from "zod";

/**
 * What kinds of facts there are. `choice`: ids or codes, one or several of a list. `text`: an address, a name, compared
 * without case and accents. `words`: running text, searched for whole words and phrases. `calendar`: the calendars open now.
 */
export type FactKind = "choice" | "text" | "words" | "calendar";

/** The comparisons of each kind of fact. All but `set` and `unset` take values. */
export const OPERATORS = {
  choice: ["in", "not_in", "set", "unset"],
  text: ["is", "is_not", "contains", "starts_with", "ends_with", "set", "unset"],
  words: ["any_word", "all_words", "no_word"],
  calendar: ["open", "shut"],
} as const satisfies Record<FactKind, readonly string[]>;

export type Operator = (typeof OPERATORS)[FactKind][number];
export const OPERATORS_WITHOUT_VALUES: readonly Operator[] = ["set", "unset"];

/** What can be wrong with a condition; the message of the schema's issues, at the path of the part. */
export type ConditionProblem =
  "unknownFact" | "badOperator" | "noValue" | "tooManyValues" | "tooLong" | "tooManyConditions";
const problem = (code: ConditionProblem) => code;

const MAX_VALUES = 50;
const MAX_LENGTH = 200;
const MAX_CONDITIONS = 30;

/** The facts that conditions may ask for, and their kinds. */
export type FactCatalogue = Readonly<Record<string, FactKind>>;

export type Condition = { fact: string; op: Operator; values: string[] };

/** Holds when every one of `all`, at least one of `any` (when there are some) and none of `none` holds. */
export type Conditions = { all: Condition[]; any: Condition[]; none: Condition[] };

/** A schema of conditions over these facts. An empty set of conditions always holds. */
export function conditionsOver(facts: FactCatalogue): z.ZodType<Conditions, unknown> {
  const condition = z
    .object({
      fact: z.string(),
      op: z.string(),
      values: z
        .array(z.string().trim().min(1, problem("noValue")).max(MAX_LENGTH, problem("tooLong")))
        .max(MAX_VALUES, problem("tooManyValues"))
        .default([]),
    })
    .superRefine(({ fact, op, values }, issues) => {
      const kind = Object.hasOwn(facts, fact) ? facts[fact] : undefined;
      if (!kind) return void issues.addIssue({ code: "custom", message: problem("unknownFact"), path: ["fact"] });
      if (!(OPERATORS[kind] as readonly string[]).includes(op))
        issues.addIssue({ code: "custom", message: problem("badOperator"), path: ["op"] });
      else if (!values.length && !(OPERATORS_WITHOUT_VALUES as readonly string[]).includes(op))
        issues.addIssue({ code: "custom", message: problem("noValue"), path: ["values"] });
    });
  const list = z
    .array(condition as unknown as z.ZodType<Condition, unknown>)
    .max(MAX_CONDITIONS, problem("tooManyConditions"))
    .default([]);
  return z.object({ all: list, any: list, none: list });
}
