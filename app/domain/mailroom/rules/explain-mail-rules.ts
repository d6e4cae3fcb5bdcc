import { type Answer, evaluate } from "~/lib/conditions/evaluate";
import type { LazyFacts } from "~/lib/conditions/known-facts";
import type { MailRule, MailRuleSet } from "../mail-rules";
import { evaluateMailRules } from "./evaluate-mail-rules";
import { findsPattern } from "./patterns.server";

/** One rule of a decision: what became of it, and each condition's answer. */
export type MailRuleStep = {
  rule: Pick<MailRule, "id" | "name">;
  /** `not_reached`: an earlier rule ended the list. */
  outcome: "matched" | "no_match" | "off" | "not_reached";
  answers: Record<"all" | "any" | "none", Answer[]>;
  captures: Record<string, string>;
};

/** Every rule of a version with the answers that a mail's facts give to its conditions, in their order. */
export function explainMailRules(set: MailRuleSet, facts: LazyFacts): MailRuleStep[] {
  const matched = new Map(evaluateMailRules(set, facts).matched.map((one) => [one.id, one]));
  let ended = false;
  return set.rules.map(({ id, name, enabled, conditions, actions }) => {
    const rule = { id, name };
    const untried = { answers: { all: [], any: [], none: [] }, captures: {} };
    if (ended) return { rule, outcome: "not_reached", ...untried };
    if (!enabled) return { rule, outcome: "off", ...untried };
    const { all, any, none } = evaluate(conditions, facts, findsPattern);
    const held = matched.get(id);
    ended = held !== undefined && (actions.quarantine || actions.discard || actions.stop);
    return {
      rule,
      outcome: held ? "matched" : "no_match",
      answers: { all, any, none },
      captures: held?.captures ?? {},
    };
  });
}
