import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyCompletion, findCompletion } from "./complete-operator";
import { OPERATORS, parseQuery } from "./operators";

describe("at the caret", () => {
  test.each([
    ["pump qu", 7, { name: null, names: ["queue"] }],
    ["queue:Rep pump", 9, { name: "queue", typed: "Rep" }],
    ["queue:Rep pump", 14, null],
    ['-queue:"Spare pa', 16, { name: "queue", typed: "Spare pa", not: true }],
    ["is:", 3, { name: "is", typed: "" }],
    ["http:x", 6, null],
    ["", 0, null],
    ["t", 1, null],
  ])("%s at %i", (text, caret, expected) => {
    expect([findCompletion(text, caret)]).toMatchObject([expected]);
  });
});

test("what is chosen is what is then read", () => {
  const value = fc.stringMatching(/^[\p{L}\p{N}]{1,8}( [\p{L}\p{N}]{1,8})?$/u);
  fc.assert(
    fc.property(fc.constantFrom(...OPERATORS), value, fc.boolean(), (name, chosen, not) => {
      const text = `pump ${not ? "-" : ""}${name}:x valve`;
      const caret = text.indexOf(" valve");
      const done = applyCompletion(text, findCompletion(text, caret)!, name, chosen);
      expect(parseQuery(done)).toEqual({ text: "pump valve", operators: [{ name, value: chosen, not }] });
    }),
  );
});
