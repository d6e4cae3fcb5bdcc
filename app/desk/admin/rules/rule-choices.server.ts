import { listAgents } from "~/domain/identity/list-agents.server";
import { listSkills } from "~/domain/routing/list-skills.server";
import type { Rule } from "~/domain/routing/rules";
import type { PersonCtx } from "~/http/ctx.server";
import { conditionChoices } from "../conditions/condition-choices.server";
import type { ConditionChoices } from "../conditions/choices";

/** What a rule's conditions and actions choose from, worded. */
export type RuleChoices = {
  conditions: ConditionChoices;
  queues: { value: string; label: string }[];
  priorities: { value: string; label: string }[];
  agents: { value: string; label: string }[];
  skills: { value: string; label: string }[];
};

export async function ruleChoices(ctx: PersonCtx, rules: readonly Rule[]): Promise<RuleChoices> {
  const [conditions, agents, skills] = await Promise.all([
    conditionChoices(
      ctx,
      rules.map((rule) => rule.conditions),
    ),
    listAgents(ctx),
    listSkills(ctx),
  ]);
  const options = (list: readonly { id: string; name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  return {
    conditions,
    queues: [...(conditions.queue ?? [])],
    priorities: [...(conditions.priority ?? [])],
    agents: options(agents),
    skills: options(skills.filter(({ archivedAt }) => !archivedAt)),
  };
}
