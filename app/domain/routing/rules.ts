import { z } from "zod";
import { PRIORITIES, type Priority } from "./priorities";
import { wordedConditions } from "~/lib/conditions/worded";
import type { Conditions } from "~/lib/conditions/schema";
import { ROUTING_FACTS } from "./facts";

export const MAX_RULES = 500;
const MAX_NAMED = 20;
const id = z.uuid("common:error.invalid");

export type RuleActions = {
  queueId: string | null;
  priority: Priority | null;
  tags: string[];
  followerIds: string[];
  /** What an assignee must be able to do, with the least level, 1 to 5. */
  skills: { skillId: string; level: number }[];
  /** No later rule is tried. */
  stop: boolean;
};

/** When the conditions hold of a new ticket, the actions are done. Conditions without any row hold of every ticket. */
export type Rule = { id: string; name: string; enabled: boolean; conditions: Conditions; actions: RuleActions };

/** The ordered list of rules as one version says it. Version 0 is no rules at all. */
export type RuleSet = { version: number; rules: Rule[] };

const actions = z
  .object({
    queueId: id.nullable().default(null),
    priority: z.enum(PRIORITIES, "common:error.invalid").nullable().default(null),
    tags: z.array(z.string()).max(MAX_NAMED, "routing:rules.error.tooMany").default([]),
    followerIds: z.array(id).max(MAX_NAMED, "routing:rules.error.tooMany").default([]),
    skills: z
      .array(z.object({ skillId: id, level: z.coerce.number("common:error.invalid").int().min(1).max(5).default(1) }))
      .max(MAX_NAMED, "routing:rules.error.tooMany")
      .default([]),
    stop: z.boolean().default(false),
  })
  .superRefine((given, issues) => {
    const { queueId, priority, tags, followerIds, skills, stop } = given;
    if (!queueId && !priority && !tags.length && !followerIds.length && !skills.length && !stop)
      issues.addIssue({ code: "custom", message: "routing:rules.error.noAction" });
  });

export const ruleSchema: z.ZodType<Rule, unknown> = z.object({
  id,
  name: z
    .string({ error: "common:error.required" })
    .trim()
    .min(1, "common:error.required")
    .max(80, "common:error.tooLong"),
  enabled: z.boolean().default(true),
  conditions: wordedConditions(ROUTING_FACTS),
  actions,
});
