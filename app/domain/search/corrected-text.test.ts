import fc from "fast-check";
import { expect, test } from "vitest";
import { correctedText } from "./corrected-text";

test.each([
  ["Pmup leaks", [{ from: "pmup", to: "pump" }], "pump leaks"],
  ["насс течёт", [{ from: "насс", to: "насос" }], "насос течёт"],
  ["pumps pump", [{ from: "pump", to: "valve" }], "pumps valve"],
  ["a+b", [{ from: "a+b", to: "c" }], "c"],
])("%s", (typed, corrected, text) => expect(correctedText(typed, corrected)).toBe(text));

test("any word can be corrected, also one that means something in a pattern", () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ minLength: 1 }), (typed, from) => {
      expect(correctedText(typed, [{ from, to: from }]).toLowerCase()).toBe(typed.toLowerCase());
    }),
  );
});
