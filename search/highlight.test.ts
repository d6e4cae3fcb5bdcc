import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findPlaces, markAll, markBest, type Matcher } from "./highlight";
import { readWords } from "./words";

const plain = (marked: { text: string }[]) => marked.map(({ text }) => text).join("");
const matches: Matcher = ({ folded }) =>
  folded.startsWith("pump") ? { term: 0, weight: 1 } : folded === "seal" ? { term: 1, weight: 2 } : null;
const places = (text: string) => findPlaces(readWords(text), matches);

describe("marks", () => {
  it("stand where the text matches, in its own spelling", () => {
    const text = "Pumps need a Seal";
    expect(markAll(text, places(text))).toEqual([
      { text: "Pumps", match: true },
      { text: " need a ", match: false },
      { text: "Seal", match: true },
    ]);
  });

  it("of a long text show the part where most words of the question stand together", () => {
    const text = `${"A pump here. ".repeat(20)}${"Nothing to see. ".repeat(30)}The seal of the pump is worn. ${"More follows. ".repeat(30)}`;
    const shown = markBest(text, places(text));
    expect(plain(shown)).toContain("The seal of the pump is worn.");
    expect(plain(shown).length).toBeLessThanOrEqual(210);
  });

  it("are nothing where nothing matches", () => expect(markBest("Nothing at all", [])).toEqual([]));

  it("give every text back as it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const all: Matcher = ({ folded }) => ({ term: folded.length, weight: 1 });
        expect(plain(markAll(text, findPlaces(readWords(text), all)))).toBe(text);
      }),
    );
  });
});
