import { z } from "zod";
import { normaliseTags } from "~/domain/tickets/tag-names";
import { type RawConditions, readConditions } from "../conditions/read-conditions";
import type { Rule } from "~/domain/routing/rules";

/** A rule as it stands in the form's fields: nothing is checked yet. */
export type RuleDraft = {
  name: string;
  enabled: boolean;
  /** Its place in the list, 1 the first. */
  place: string;
  conditions: RawConditions;
  queueId: string;
  priority: string;
  tags: string;
  followerIds: string[];
  /** Skill -> least level, "" when it is not asked for. */
  skills: Record<string, string>;
  stop: boolean;
};

export const ruleDraft = (rule: Rule, place: number): RuleDraft => ({
  name: rule.name,
  enabled: rule.enabled,
  place: String(place),
  conditions: rule.conditions,
  queueId: rule.actions.queueId ?? "",
  priority: rule.actions.priority ?? "",
  tags: rule.actions.tags.join(", "),
  followerIds: rule.actions.followerIds,
  skills: Object.fromEntries(rule.actions.skills.map(({ skillId, level }) => [skillId, String(level)])),
  stop: rule.actions.stop,
});

export const emptyDraft = (place: number): RuleDraft => ({
  name: "",
  enabled: true,
  place: String(place),
  conditions: { all: [], any: [], none: [] },
  queueId: "",
  priority: "",
  tags: "",
  followerIds: [],
  skills: {},
  stop: false,
});

const SKILL = "actions.skills.";

/** The draft that a posted form holds, or the typed texts that a refused one gives back. */
export function readRuleDraft(values: Readonly<Record<string, string>>): RuleDraft {
  const text = (name: string) => values[name] ?? "";
  const skills = Object.entries(values).flatMap(([name, level]) =>
    name.startsWith(SKILL) && level ? [[name.slice(SKILL.length), level] as const] : [],
  );
  return {
    name: text("name"),
    enabled: text("enabled") === "yes",
    place: text("place"),
    conditions: readConditions(values, "conditions"),
    queueId: text("actions.queueId"),
    priority: text("actions.priority"),
    tags: text("actions.tags"),
    followerIds: text("actions.followerIds").split(",").filter(Boolean),
    skills: Object.fromEntries(skills),
    stop: text("actions.stop") === "yes",
  };
}

/** What the schema of a rule checks. */
export const ruleOfDraft = (id: string, draft: RuleDraft): unknown => ({
  id,
  name: draft.name,
  enabled: draft.enabled,
  conditions: draft.conditions,
  actions: {
    queueId: draft.queueId || null,
    priority: draft.priority || null,
    tags: normaliseTags(draft.tags.split(",")),
    followerIds: draft.followerIds,
    skills: Object.entries(draft.skills).map(([skillId, level]) => ({ skillId, level })),
    stop: draft.stop,
  },
});

/** The version that a form was made from, and the rule's place. */
export const ruleFormHead = z.object({
  base: z.coerce.number("common:error.invalid").int().min(0),
  place: z.coerce.number("common:error.invalid").int().min(1).max(1_000).default(1_000),
});
