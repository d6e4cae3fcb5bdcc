import { evaluate, type Evaluation, type Facts } from "~/lib/conditions/evaluate";
import type { Priority } from "./priorities";
import type { Rule, RuleSet } from "./rules";
import type { AppliedRule, KeptByHand, RulesTrace } from "./trace";

/** What the rules ask for; null and nothing for what is not known. */
export type RoutingFacts = Facts & { queue: string; priority: Priority };

/** What may be given to a ticket at this moment: what was archived or deactivated since the rules were saved is not. */
export type Alive = {
  queues: ReadonlySet<string>;
  people: ReadonlySet<string>;
  skills: ReadonlySet<string>;
};

export type RoutedTicket = {
  queueId: string;
  priority: Priority;
  tags: string[];
  followerIds: string[];
  skills: { skillId: string; level: number }[];
  /** The rules that changed something, in order. */
  ruleIds: string[];
  trace: RulesTrace;
};

/** Facts that a trace keeps: running text stays with the message, where it can be erased. */
const NOT_KEPT = new Set(["subject", "words", "sender", "time"]);

/**
 * What a version of the rules makes of a new ticket. Conditions ask the facts as the ticket came, whatever earlier rules
 * chose. Rules are tried in order and every one whose conditions hold applies, up to one that says stop: the first to
 * name a queue decides the queue, likewise the priority; tags and followers add up; of a skill the highest level counts.
 * Queue and priority in `kept` were chosen by hand and stay.
 */
export function applyRules(
  { version, rules }: RuleSet,
  facts: RoutingFacts,
  alive: Alive,
  kept: readonly KeptByHand[] = [],
): RoutedTicket {
  const routed = { queueId: null as string | null, priority: null as Priority | null };
  const tags = new Set<string>();
  const followers = new Set<string>();
  const skills = new Map<string, number>();
  const answers: string[] = [];
  const applied: AppliedRule[] = [];
  const ruleIds: string[] = [];

  for (const [place, rule] of rules.entries()) {
    if (!rule.enabled) {
      answers.push("-");
      continue;
    }
    const asked = evaluate(rule.conditions, facts);
    answers.push(packAnswers(asked));
    if (!asked.holds) continue;
    const done = apply(rule, place);
    applied.push(done);
    if (changes(done)) ruleIds.push(rule.id);
    if (rule.actions.stop) break;
  }

  return {
    queueId: routed.queueId ?? facts.queue,
    priority: routed.priority ?? facts.priority,
    tags: [...tags],
    followerIds: [...followers],
    skills: [...skills].map(([skillId, level]) => ({ skillId, level })),
    ruleIds,
    trace: {
      version,
      facts: Object.fromEntries(Object.entries(facts).filter(([name]) => !NOT_KEPT.has(name))),
      kept: [...kept],
      answers,
      applied,
    },
  };

  function apply({ actions }: Rule, place: number): AppliedRule {
    const done: AppliedRule = { rule: place };
    const over: KeptByHand[] = [];
    const gone: string[] = [];
    if (actions.queueId) {
      if (!alive.queues.has(actions.queueId)) gone.push(actions.queueId);
      else if (routed.queueId || kept.includes("queue")) over.push("queue");
      else done.queueId = routed.queueId = actions.queueId;
    }
    if (actions.priority) {
      if (routed.priority || kept.includes("priority")) over.push("priority");
      else done.priority = routed.priority = actions.priority;
    }
    const newTags = actions.tags.filter((tag) => !tags.has(tag));
    for (const tag of newTags) tags.add(tag);
    const followerIds = actions.followerIds.filter((id) => alive.people.has(id) && !followers.has(id));
    for (const id of followerIds) followers.add(id);
    const needed = actions.skills.filter(
      ({ skillId, level }) => alive.skills.has(skillId) && level > (skills.get(skillId) ?? 0),
    );
    for (const { skillId, level } of needed) skills.set(skillId, level);
    gone.push(...actions.followerIds.filter((id) => !alive.people.has(id)));
    gone.push(...actions.skills.map(({ skillId }) => skillId).filter((id) => !alive.skills.has(id)));
    if (newTags.length) done.tags = newTags;
    if (followerIds.length) done.followerIds = followerIds;
    if (needed.length) done.skills = needed.map(({ skillId, level }) => [skillId, level]);
    if (actions.stop) done.stop = true;
    if (over.length) done.over = over;
    if (gone.length) done.gone = gone;
    return done;
  }
}

const changes = ({ queueId, priority, tags, followerIds, skills }: AppliedRule): boolean =>
  Boolean(queueId ?? priority ?? tags ?? followerIds ?? skills);

/** "1" or "0" per condition, the three lists parted by "/". */
const packAnswers = ({ all, any, none }: Evaluation): string =>
  [all, any, none].map((list) => list.map(({ holds }) => (holds ? "1" : "0")).join("")).join("/");
