import fc from "fast-check";
import { RE2JS } from "re2js";
import { expect, test } from "vitest";
import { KnownText } from "~/lib/conditions/known-facts";
import { gateOf, mayPass } from "./pattern-gate.server";
import { captureNames, findsPattern, namesIn, problemOfPattern, tryPattern } from "./patterns.server";

test("what the engine does not know or what grows too large is refused with its reason", () => {
  const reasons = {
    "(?=x)y": "patternLookaround",
    "(?!x)y": "patternLookaround",
    "(?<=x)y": "patternLookaround",
    "(?<!x)y": "patternLookaround",
    "(\\w+) \\1": "patternBackreference",
    "(?<a>x)\\k<a>": "patternBackreference",
    "\\y": "patternEscape",
    "x\\": "patternEscape",
    "a{2000}": "patternRepeats",
    "((a{100}){100}){100}": "patternRepeats",
    "a{3,1}": "patternRepeats",
    "a++": "patternNestedRepeat",
    "*a": "patternNothingToRepeat",
    "(a{30}){30}": "patternTooLarge",
    "(a": "patternParenthesis",
    "a)": "patternParenthesis",
    "[a": "patternBracket",
    "[z-a]": "patternBracket",
    "(?<a b>x)": "patternName",
    "(?<_x>x)": "patternName",
    "(?<a>x)(?<a>y)": "patternNameTwice",
    "(?>a)": "patternSyntax",
    [`${"a".repeat(501)}`]: "patternTooLong",
  };
  expect(Object.fromEntries(Object.keys(reasons).map((p) => [p, problemOfPattern(p)]))).toEqual(reasons);
  for (const fine of ["order\\s+#?(?<order>\\d{3,9})", "^\\p{Lu}+$", "(?i:a|b)", "заказ № ?(?P<n>\\d+)", "(a+)+$"])
    expect(problemOfPattern(fine)).toBeNull();
});

test("captures are one harmless line of bounded length", () => {
  const text = new KnownText(`Name: ${"x".repeat(5_000)}\nEnd`);
  expect(captureNames("name: (?<who>[^$]+)", text).who).toHaveLength(200);
  expect(captureNames("(?<who>x\\nEnd)", text)).toEqual({ who: "x End" });
  expect(captureNames("(?<a>nothing)|(?<b>name)", text)).toEqual({ b: "Name" });
  expect(namesIn("(?<a>.)(?P<b>.)")).toEqual(["a", "b"]);
  expect(captureNames("(?=x)", text)).toEqual({});
});

test("a pattern is tried against a text as a form sends it", () => {
  expect(tryPattern("^serial: (?<serial>\\S+)$|(?<other>x)", "Hello\r\nSerial: AQ-1\r\n")).toEqual({
    problem: null,
    found: "Serial: AQ-1",
    captures: [
      { name: "serial", value: "AQ-1" },
      { name: "other", value: "" },
    ],
  });
  expect(tryPattern("(?!x)", "x")).toEqual({ problem: "patternLookaround", found: null, captures: [] });
});

test("hostile patterns come to the end of a megabyte", () => {
  const hostile = ["(a+)+$", "(a|aa)+$", "(a|a?)+$", "^(([a-z])+.)+[A-Z]([a-z])+$", "(.*)*x(.*)*y", "(?<c>(a+)+)!$"];
  for (const pattern of hostile) {
    expect(problemOfPattern(pattern)).toBeNull();
    // Backtracking doubles its time with every letter: a text of forty would outlast the test.
    const text = new KnownText(`${"a".repeat(1_000_000)}!`);
    expect(() => [findsPattern(pattern, text), captureNames(pattern, text)]).not.toThrow();
  }
});

const parts = fc.constantFrom(
  "order",
  "ORDER",
  "№",
  "заказ",
  "straße",
  "s",
  "K",
  "\\d+",
  ".*",
  "(a|b)",
  "(urgent|asap)",
  "x?",
  "[a-z]",
  "(?-i:Z)",
  " ",
  "ſ",
);
const words = fc.constantFrom(
  "order",
  "Order ",
  "ЗАКАЗ",
  "Straße",
  "STRASSE",
  "ſ",
  "K",
  "k",
  "12",
  "asap",
  "URGENT",
  "a",
  "z",
  "Z",
  " ",
  "\n",
);

test("the gate before a pattern never hides a match", () => {
  fc.assert(
    fc.property(fc.array(parts, { minLength: 1, maxLength: 4 }), fc.array(words, { maxLength: 8 }), (pattern, text) => {
      const source = pattern.join("");
      const plainly = RE2JS.compile(source, RE2JS.CASE_INSENSITIVE | RE2JS.MULTILINE).test(text.join(""));
      expect(findsPattern(source, new KnownText(text.join("")))).toBe(plainly);
    }),
    { numRuns: 2_000 },
  );
});

test("the engine still says which words a pattern needs", () => {
  expect(gateOf("Order\\s+#?(?<n>\\d+)")).toEqual({ word: "order" });
  expect(gateOf("(urgent|asap) .*pump")).toEqual({
    every: [{ some: [{ word: "urgent" }, { word: "asap" }] }, { word: " " }, { word: "pump" }],
  });
  expect(mayPass(gateOf("order \\d"), new KnownText("nothing of the kind"))).toBe(false);
});
