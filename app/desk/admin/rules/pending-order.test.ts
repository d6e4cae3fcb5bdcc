import fc from "fast-check";
import { expect, test } from "vitest";
import { type Rule, ruleSchema } from "~/domain/routing/rules";
import { newId } from "~/lib/id";
import { actOnOrder, arranged, isSavedOrder, readOrder, savedOrder, writeOrder } from "./pending-order";

const rules = ["a", "b", "c", "d"].map((name): Rule =>
  ruleSchema.parse({ id: newId(), name, conditions: {}, actions: { stop: true } }),
);
const names = (text: string) =>
  arranged(rules, readOrder(text, 4)!).map(({ name, enabled }) => (enabled ? name : `(${name})`));

test("an order names every place once; anything else is none", () => {
  expect(names("2,0x,1,3")).toEqual(["c", "(a)", "b", "d"]);
  for (const text of [null, "", "0,1,2", "0,1,2,2", "0,1,2,4", "0,1,2,-1", "0,1,2,3,4", "a,b,c,d"])
    expect(readOrder(text, 4)).toBeNull();
});

test("buttons move and switch; beyond the ends is the end; others do nothing", () => {
  const after = (act: string) => actOnOrder(savedOrder(4), act);
  expect(writeOrder(after("move.3.0")!)).toBe("3,0,1,2");
  expect(writeOrder(after("move.0.99")!)).toBe("1,2,3,0");
  expect(writeOrder(after("switch.1")!)).toBe("0,1x,2,3");
  for (const act of ["", "try", "move.9.0", "move.1", "switch.x"]) expect(after(act)).toBeNull();
});

test("whatever is pressed, no rule is lost, and the way back leads to the saved order", () => {
  const act = fc
    .tuple(fc.nat(3), fc.nat(3))
    .map(([from, to]) => ({ there: `move.${from}.${to}`, back: `move.${to}.${from}` }));
  fc.assert(
    fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
      let order = savedOrder(4);
      for (const { there } of acts) order = readOrder(writeOrder(actOnOrder(order, there)!), 4)!;
      expect(order.map(({ place }) => place).toSorted()).toEqual([0, 1, 2, 3]);
      for (const { back } of acts.toReversed()) order = actOnOrder(order, back)!;
      expect(isSavedOrder(order)).toBe(true);
    }),
  );
});
