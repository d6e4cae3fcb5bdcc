import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, spell } from "./fold";

describe("fold", () => {
  it.each([
    ["Città", "citta"],
    ["ȘTIINȚĂ", "stiinta"],
    ["ştiinţă", "stiinta"],
    ["Ёлка", "елка"],
    ["Йод", "йод"],
    ["Straße", "strasse"],
    ["Øresund", "oresund"],
    ["ﬁlter", "filter"],
    ["İstanbul", "istanbul"],
  ])("reads %s as %s", (word, folded) => expect(fold(word)).toBe(folded));

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => void expect(fold(fold(text))).toBe(fold(text))),
      { numRuns: 2000 },
    );
  });

  it("leaves letters and digits only", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => void expect(fold(text)).toMatch(/^[\p{L}\p{N}]*$/u)),
      { numRuns: 2000 },
    );
  });

  it("does not care how a letter and its accent are encoded", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        (text) => void expect(fold(text.normalize("NFD"))).toBe(fold(text.normalize("NFC"))),
      ),
      { numRuns: 2000 },
    );
  });
});

describe("spell", () => {
  it("keeps accents and writes ș and ț with a comma", () => expect(spell("Ştiinţă ЁЛКА è")).toBe("știință елка è"));
});
