import { z } from "zod";
import {
  type ConditionProblem,
  type Conditions,
  conditionsOver,
  type FactCatalogue,
  PATTERN_PROBLEMS,
  type PatternCheck,
} from "./schema";

/** The i18n key of what is wrong with a condition. */
export const problemKey = (problem: ConditionProblem | string): string =>
  `routing:conditions.problem.${KNOWN.has(problem) ? problem : "badCondition"}`;

const KNOWN = new Set<string>([
  "unknownFact",
  "noName",
  "badName",
  "badOperator",
  "noValue",
  "badNumber",
  "tooManyValues",
  "tooLong",
  "tooManyConditions",
  ...PATTERN_PROBLEMS,
] satisfies ConditionProblem[]);

/** Conditions as a form's field: the same schema, each issue's message the i18n key that the screen shows. */
export function wordedConditions(facts: FactCatalogue, checkPattern?: PatternCheck): z.ZodType<Conditions, unknown> {
  const schema = conditionsOver(facts, checkPattern);
  return z.unknown().transform((raw, context) => {
    const result = schema.safeParse(raw ?? {});
    if (result.success) return result.data;
    for (const { message, path } of result.error.issues)
      context.addIssue({ code: "custom", message: problemKey(message), path: [...path] });
    return z.NEVER;
  });
}
