import fc from "fast-check";
import { expect, test } from "vitest";
import { type Candidate, chooseAssignee } from "./choose-assignee";

const candidates = fc.uniqueArray(
  fc.record({
    personId: fc.uuid(),
    active: fc.boolean(),
    assignable: fc.boolean(),
    lastAssignedAt: fc.option(fc.date({ noInvalidDate: true })),
  }),
  { selector: (c) => c.personId, maxLength: 8 },
);

test("the choice is somebody who may be assigned and whose turn is earliest; the order asked in does not matter", () => {
  fc.assert(
    fc.property(candidates, (all) => {
      const able = all.filter((c) => c.active && c.assignable);
      const { personId, considered } = chooseAssignee(all);
      expect(considered.filter((c) => !c.leftOut).map((c) => c.personId)).toEqual(able.map((c) => c.personId));
      expect(chooseAssignee(all.toReversed()).personId).toBe(personId);
      const turn = (id: string) => able.find((c) => c.personId === id)?.lastAssignedAt?.getTime() ?? -Infinity;
      expect(personId === null).toBe(able.length === 0);
      expect(able.every((c) => turn(personId ?? "") <= turn(c.personId))).toBe(true);
    }),
  );
});

test("in a row everybody gets as many, give or take one", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 40 }), (people, tickets) => {
      const all: Candidate[] = Array.from({ length: people }, (_, i) => ({
        personId: `p${i}`,
        active: true,
        assignable: true,
        lastAssignedAt: null,
      }));
      const got = new Map<string, number>();
      for (let i = 0; i < tickets; i++) {
        const { personId } = chooseAssignee(all);
        all.find((c) => c.personId === personId)!.lastAssignedAt = new Date(i);
        got.set(personId!, (got.get(personId!) ?? 0) + 1);
      }
      const counts = all.map((c) => got.get(c.personId) ?? 0);
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    }),
  );
});
