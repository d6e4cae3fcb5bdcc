import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Command } from "./command";
import { fold, matchCommands, numberIn } from "./match-commands";

const commands = (...labels: string[]): Command[] =>
  labels.map((label, index) => ({ id: String(index), group: "work", label, href: "/" }));
const labelsFor = (query: string, ...labels: string[]) =>
  matchCommands(commands(...labels), query).map(({ label }) => label);

describe("letters", () => {
  test.each([
    ["Coș", "cos"],
    ["Țară", "tara"],
    ["Priorità", "priorita"],
    ["Ещё", "еще"],
    ["Straße", "strasse"],
    ["Łódź", "lodz"],
  ])("%s is found as %s", (label, plain) => {
    expect(labelsFor(plain, label)).toEqual([label]);
    expect(labelsFor(label.toUpperCase(), plain)).toEqual([plain]);
  });

  test("folding twice is folding once, and never leaves a mark behind", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
        expect(fold(text)).not.toMatch(/\p{M}/u);
      }),
    );
  });
});

describe("matching", () => {
  test("nothing typed keeps all in their order", () => {
    expect(labelsFor("  ", "b", "a")).toEqual(["b", "a"]);
  });

  test("every word must be there, in any order", () => {
    expect(labelsFor("tic new", "New ticket", "New queue", "Ticket")).toEqual(["New ticket"]);
  });

  test("the beginning comes before the beginning of a word, that before the inside", () => {
    expect(labelsFor("un", "Mark unread", "Unassigned", "Undue fun", "Fun")).toEqual([
      "Unassigned",
      "Undue fun",
      "Mark unread",
      "Fun",
    ]);
  });

  test("other words find it last", () => {
    const [bin] = commands("Bin");
    expect(matchCommands([{ ...bin!, also: "Work trash" }, ...commands("Trash settings")], "trash")).toMatchObject([
      { label: "Trash settings" },
      { label: "Bin" },
    ]);
  });
});

test.each([
  ["10482", 10482],
  ["#10482", 10482],
  [" # 7 ", 7],
  ["0", null],
  ["1234567890", null],
  ["10 482", null],
  ["p1", null],
  ["", null],
])("the number in %j is %j", (query, number) => {
  expect(numberIn(query)).toBe(number);
});
