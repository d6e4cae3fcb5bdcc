import fc from "fast-check";
import { expect, test } from "vitest";
import { initials } from "./initials";

test.each([
  ["Giulia Marchetti", "GM"],
  ["Maria della Rovere-Ferri", "MF"],
  ["ООО «Маяк»", "ОМ"],
  ["Ștefan Țepeș", "ȘȚ"],
  ["山田太郎", "山"],
  ["p.ferri@gmail.example", "PF"],
  ["giulia", "G"],
  ["  ", "?"],
  ["🙂", "?"],
])("the initials of %s are %s", (name, expected) => {
  expect(initials(name)).toBe(expected);
});

test("a name of any characters gives something short and not empty", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (name) => {
      const shown = initials(name);
      expect(shown).not.toBe("");
      expect(shown).not.toMatch(/\s/);
    }),
  );
});
