import type { Condition } from "~/lib/conditions/schema";
import type { Rule } from "./rules";
import type { AppliedRule, RulesTrace } from "./trace";

export type AnsweredCondition = { condition: Condition; holds: boolean };

/** One rule of a decision: what became of it, each condition's answer, and what it did when it applied. */
export type RuleStep = {
  rule: Pick<Rule, "id" | "name">;
  /** `not_reached`: an earlier rule said stop. */
  outcome: "applied" | "no_match" | "off" | "not_reached";
  answers: Record<"all" | "any" | "none", AnsweredCondition[]>;
  applied: AppliedRule | null;
};

/** The trace read with the rules of its version: a step per rule, in their order. */
export function explainRules(trace: RulesTrace, rules: readonly Rule[]): RuleStep[] {
  const applied = new Map(trace.applied.map((done) => [done.rule, done]));
  return rules.map((rule, place) => {
    const packed = trace.answers[place];
    const [all = "", any = "", none = ""] = packed === undefined || packed === "-" ? [] : packed.split("/");
    const read = (list: readonly Condition[], codes: string): AnsweredCondition[] =>
      [...codes].flatMap((code, i) => (list[i] ? [{ condition: list[i], holds: code === "1" }] : []));
    const done = applied.get(place) ?? null;
    return {
      rule: { id: rule.id, name: rule.name },
      outcome: packed === undefined ? "not_reached" : packed === "-" ? "off" : done ? "applied" : "no_match",
      answers: {
        all: read(rule.conditions.all, all),
        any: read(rule.conditions.any, any),
        none: read(rule.conditions.none, none),
      },
      applied: done,
    };
  });
}
