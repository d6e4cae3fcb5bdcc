import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { OPERATORS, type Operator, parseQuery, printQuery, withOperator, withoutOperator } from "./operators";

describe("what was typed", () => {
  test.each<[string, string, string[]]>([
    ["pump leaks", "pump leaks", []],
    ["pump from:giulia@marchetti.example leaks", "pump leaks", ["from:giulia@marchetti.example"]],
    ['queue:"Spare parts" valve', "valve", ['queue:"Spare parts"']],
    ["-tag:warranty IS:Open", "", ["-tag:warranty", "is:Open"]],
    ['"from: the plant" pump', '"from: the plant" pump', []],
    ['-"oil leak" to:me', '-"oil leak"', ["to:me"]],
    ["https://northwind.example/a error:E05 10:30", "https://northwind.example/a error:E05 10:30", []],
    ["queue: pump", "queue: pump", []],
    ['org:""', 'org:""', []],
    ["tag:“spare parts”", "", ['tag:"spare parts"']],
    ['pump "left open', 'pump "left open"', []],
    ['queue:"left open', "", ['queue:"left open"']],
    ["", "", []],
  ])("%s", (typed, text, operators) => {
    const query = parseQuery(typed);
    expect(query.text).toBe(text);
    expect(printQuery({ text: "", operators: query.operators })).toBe(operators.join(" "));
  });

  test("an unknown operator is a word, in every case of letters", () => {
    expect(parseQuery("From:x FOO:x")).toEqual({
      text: "FOO:x",
      operators: [{ name: "from", value: "x", not: false }],
    });
  });
});

const word = fc.stringMatching(/^[\p{L}\p{N}@._-]{1,12}$/u).filter((text) => !text.includes(":"));
const value = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(" "));
const operator: fc.Arbitrary<Operator> = fc.record({ name: fc.constantFrom(...OPERATORS), value, not: fc.boolean() });
const query = fc.record({
  text: fc
    .array(
      fc.oneof(
        word,
        value.map((text) => `"${text}"`),
      ),
      { maxLength: 5 },
    )
    .map((parts) => parts.join(" ")),
  operators: fc.array(operator, { maxLength: 5 }),
});

describe("laws", () => {
  test("what is printed is read as it was", () => {
    fc.assert(
      fc.property(query, (one) => {
        expect(parseQuery(printQuery(one))).toEqual(one);
      }),
    );
  });

  test("anything can be typed, and printing it once more changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (typed) => {
        const printed = printQuery(parseQuery(typed));
        expect(printQuery(parseQuery(printed))).toBe(printed);
      }),
    );
  });

  test("what is added can be taken away, and is there once", () => {
    fc.assert(
      fc.property(query, operator, (one, more) => {
        const longer = withOperator(one, more);
        expect(withOperator(longer, more)).toEqual(longer);
        fc.pre(longer !== one);
        expect(withoutOperator(longer, longer.operators.length - 1)).toEqual(one);
      }),
    );
  });
});
