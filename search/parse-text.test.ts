import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseText, type Term } from "./parse-text";

const said = (terms: Term[]) =>
  terms.map(({ kind, words }) => `${kind === "phrase" ? "=" : ""}${words.map(({ folded }) => folded).join(" ")}`);
const parse = (text: string) => {
  const { wanted, unwanted, open } = parseText(text);
  return { wanted: said(wanted), unwanted: said(unwanted), open };
};

describe("parseText", () => {
  it("reads words, phrases and exclusions", () => {
    expect(parse('pump "shaft seal" -noise -"old model" ')).toEqual({
      wanted: ["pump", "=shaft seal"],
      unwanted: ["noise", "=old model"],
      open: false,
    });
  });

  it("takes a hyphen inside a word for part of it", () => {
    expect(parse("SP-20 e-mail")).toEqual({ wanted: ["sp 20", "e mail"], unwanted: [], open: true });
  });

  it("lets an open quote run to the end", () => expect(parse('"worn seal').wanted).toEqual(["=worn seal"]));

  it.each([
    ["pum", true],
    ["pump ", false],
    ["pump?", false],
    ['"pump"', false],
    ["-pum", false],
    ["", false],
  ])("knows whether %s is still being typed", (text, open) => void expect(parseText(text).open).toBe(open));

  it("reads any text in time, and terms always have words", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
        const { wanted, unwanted } = parseText(text);
        expect([...wanted, ...unwanted].every(({ words }) => words.length > 0)).toBe(true);
      }),
    );
  });

  it("wants every plain word it is given", () => {
    const word = fc.stringMatching(/^[a-z]{1,12}$/);
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 40 }),
        (words) => void expect(said(parseText(words.join(" ")).wanted)).toEqual(words),
      ),
    );
  });
});
