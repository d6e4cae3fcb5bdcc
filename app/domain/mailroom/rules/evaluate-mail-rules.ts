import { conditionHolds, holds } from "~/lib/conditions/evaluate";
import { type LazyFacts, textsOf } from "~/lib/conditions/known-facts";
import type { Condition } from "~/lib/conditions/schema";
import type { MailRule, MailRuleActions, MailRuleDecision, MailRuleSet } from "../mail-rules";
import { fillActions } from "./fill-actions";
import { noActions } from "./no-actions";
import { captureNames, findsPattern } from "./patterns.server";

/**
 * What a version of the rules says about a mail. Rules are tried in order and every one whose conditions hold counts, up
 * to one that puts the mail aside, discards it or says stop. The first rule that names a queue, priority, type,
 * assignee, answer, ticket or file decides it; tags, followers and forwards add up; of a field the first value stays.
 */
export function evaluateMailRules(set: MailRuleSet, facts: LazyFacts): MailRuleDecision {
  const decision: MailRuleDecision = {
    version: set.version,
    tried: 0,
    matched: [],
    actions: noActions(),
    decidedBy: {},
  };
  for (const rule of set.rules) {
    if (!rule.enabled) continue;
    decision.tried += 1;
    if (!holds(rule.conditions, facts, findsPattern)) continue;
    const captures = capturesOf(rule, facts);
    decision.matched.push({ id: rule.id, name: rule.name, captures });
    const actions = withoutGone(fillActions(rule.actions, captures), set.gone);
    combine(decision, rule.id, actions);
    if (actions.quarantine || actions.discard || actions.stop) break;
  }
  return decision;
}

/** What the named parts of the rule's patterns hold, of conditions that hold; of a name the first. */
function capturesOf({ conditions }: MailRule, facts: LazyFacts): Record<string, string> {
  const captures: Record<string, string> = {};
  for (const condition of [...conditions.all, ...conditions.any]) {
    if (condition.op !== "matches" || !conditionHolds(condition, facts, findsPattern)) continue;
    for (const [name, value] of Object.entries(capturesIn(condition, facts))) captures[name] ??= value;
  }
  return captures;
}

function capturesIn({ fact, values }: Condition, facts: LazyFacts): Record<string, string> {
  for (const text of textsOf(facts, fact))
    for (const pattern of values) if (findsPattern(pattern, text)) return captureNames(pattern, text);
  return {};
}

/** What was archived, deactivated or deleted since the rules were saved is passed over. */
function withoutGone(actions: MailRuleActions, gone: ReadonlySet<string> | undefined): MailRuleActions {
  if (!gone?.size) return actions;
  const alive = (id: string | null) => (id && gone.has(id) ? null : id);
  return {
    ...actions,
    queueId: alive(actions.queueId),
    typeId: alive(actions.typeId),
    assigneeId: alive(actions.assigneeId),
    answer: alive(actions.answer),
    followerIds: actions.followerIds.filter((id) => !gone.has(id)),
  };
}

const FIRST = ["queueId", "priority", "typeId", "assigneeId", "answer", "appendTo", "file"] as const;
const SUMS = ["tags", "followerIds", "forwardTo"] as const;
const ENDS = ["quarantine", "discard", "stop"] as const;

function combine({ actions, decidedBy }: MailRuleDecision, ruleId: string, more: MailRuleActions): void {
  for (const part of FIRST) takeFirst(part);
  for (const part of SUMS) {
    const fresh = more[part].filter((value) => !actions[part].includes(value));
    if (!fresh.length) continue;
    actions[part].push(...fresh);
    decidedBy[part] ??= ruleId;
  }
  for (const filled of more.fields) {
    if (actions.fields.some(({ field }) => field === filled.field)) continue;
    actions.fields.push(filled);
    decidedBy.fields ??= ruleId;
  }
  for (const part of ENDS) {
    if (!more[part]) continue;
    actions[part] = true;
    decidedBy[part] = ruleId;
  }

  function takeFirst<P extends (typeof FIRST)[number]>(part: P): void {
    if (actions[part] !== null || more[part] === null) return;
    actions[part] = more[part];
    decidedBy[part] = ruleId;
  }
}
