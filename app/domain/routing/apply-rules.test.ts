import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Alive, applyRules, type RoutingFacts } from "./apply-rules";
import { explainRules } from "./explain-rules";
import type { Rule } from "./rules";

const QUEUES = ["q1", "q2", "q3", "gone-queue"];
const PEOPLE = ["p1", "p2", "gone-person"];
const SKILLS = ["s1", "s2", "gone-skill"];
const ALIVE: Alive = {
  queues: new Set(["q1", "q2", "q3"]),
  people: new Set(["p1", "p2"]),
  skills: new Set(["s1", "s2"]),
};
const PRIORITIES = ["urgent", "high", "normal", "low"] as const;

const condition = fc.oneof(
  fc.record({
    fact: fc.constant("channel"),
    op: fc.constantFrom("in" as const, "not_in" as const),
    values: fc.subarray(["portal", "mail"], { minLength: 1 }),
  }),
  fc.record({
    fact: fc.constant("words"),
    op: fc.constantFrom("any_word" as const, "no_word" as const),
    values: fc.subarray(["pump", "invoice"], { minLength: 1 }),
  }),
);
const block = fc.array(condition, { maxLength: 2 });
const rules: fc.Arbitrary<Rule[]> = fc.array(
  fc.record({
    id: fc.uuid(),
    name: fc.string(),
    enabled: fc.boolean(),
    conditions: fc.record({ all: block, any: block, none: block }),
    actions: fc.record({
      queueId: fc.option(fc.constantFrom(...QUEUES)),
      priority: fc.option(fc.constantFrom(...PRIORITIES)),
      tags: fc.subarray(["a", "b", "c"]),
      followerIds: fc.subarray(PEOPLE),
      skills: fc
        .subarray(SKILLS)
        .map((ids) => ids.map((skillId, i) => ({ skillId, level: ((i + skillId.length) % 5) + 1 }))),
      stop: fc.boolean(),
    }),
  }),
  { maxLength: 8 },
);
const facts: fc.Arbitrary<RoutingFacts> = fc.record({
  channel: fc.constantFrom("portal", "mail", "agent"),
  words: fc.constantFrom("The pump leaks", "An invoice", ""),
  queue: fc.constant("q1"),
  priority: fc.constant("normal" as const),
});
const kept = fc.subarray(["queue" as const, "priority" as const]);

describe("a version of the rules", () => {
  test("decides by the first that names a queue or a priority, adds up the rest, and tries none after stop", () => {
    fc.assert(
      fc.property(rules, facts, kept, (list, known, hand) => {
        const routed = applyRules({ version: 7, rules: list }, known, ALIVE, hand);
        const { answers, applied } = routed.trace;
        const did = applied.map(({ rule }) => list[rule]!);
        expect(did.every((rule) => rule.enabled)).toBe(true);

        const last = did.findIndex((rule) => rule.actions.stop);
        expect(last === -1 || last === did.length - 1).toBe(true);
        expect(answers).toHaveLength(last === -1 ? list.length : applied[last]!.rule + 1);

        const named = did.find((rule) => rule.actions.queueId && ALIVE.queues.has(rule.actions.queueId));
        expect(routed.queueId).toBe(hand.includes("queue") ? "q1" : (named?.actions.queueId ?? "q1"));
        const raised = did.find((rule) => rule.actions.priority);
        expect(routed.priority).toBe(hand.includes("priority") ? "normal" : (raised?.actions.priority ?? "normal"));

        expect(new Set(routed.tags)).toEqual(new Set(did.flatMap((rule) => rule.actions.tags)));
        const people = did.flatMap((rule) => rule.actions.followerIds).filter((id) => ALIVE.people.has(id));
        expect(routed.followerIds.toSorted()).toEqual([...new Set(people)].toSorted());
        for (const { skillId, level } of routed.skills) {
          const asked = did.flatMap((r) => r.actions.skills).filter((s) => s.skillId === skillId);
          expect(level).toBe(Math.max(...asked.map((s) => s.level)));
        }
        expect(JSON.stringify([routed.queueId, routed.followerIds, routed.skills])).not.toContain("gone-");
        const gone = did.flatMap(({ actions }) =>
          [actions.queueId ?? "", ...actions.followerIds, ...actions.skills.map((s) => s.skillId)].filter((id) =>
            id.startsWith("gone-"),
          ),
        );
        expect(applied.flatMap((done) => done.gone ?? []).toSorted()).toEqual(gone.toSorted());
        expect(JSON.stringify(routed.trace.facts)).not.toContain("leaks");
      }),
    );
  });

  test("is explained rule by rule from its packed trace", () => {
    fc.assert(
      fc.property(rules, facts, (list, known) => {
        const { trace } = applyRules({ version: 7, rules: list }, known, ALIVE);
        const steps = explainRules(JSON.parse(JSON.stringify(trace)), list);
        expect(steps).toHaveLength(list.length);
        for (const [i, { outcome, answers, applied }] of steps.entries()) {
          const { conditions, enabled } = list[i]!;
          if (outcome === "not_reached") continue;
          expect(outcome === "off").toBe(!enabled);
          expect(outcome === "applied").toBe(applied !== null);
          if (!enabled) continue;
          for (const name of ["all", "any", "none"] as const)
            expect(answers[name].map((a) => a.condition)).toEqual(conditions[name]);
          const holds =
            answers.all.every((a) => a.holds) &&
            (!answers.any.length || answers.any.some((a) => a.holds)) &&
            !answers.none.some((a) => a.holds);
          expect(holds).toBe(outcome === "applied");
        }
      }),
    );
  });

  test("without rules changes nothing", () => {
    const routed = applyRules({ version: 0, rules: [] }, { queue: "q2", priority: "low" }, ALIVE);
    expect(routed).toMatchObject({
      queueId: "q2",
      priority: "low",
      tags: [],
      followerIds: [],
      skills: [],
      ruleIds: [],
    });
  });
});
