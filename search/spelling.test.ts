import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countSlips, oneSlipAway, rankNeighbours } from "./spelling";

const word = fc.stringMatching(/^[a-d]{1,8}$/);

describe("countSlips", () => {
  it.each([
    ["password", "password", 0],
    ["pasword", "password", 1],
    ["passwrod", "password", 1],
    ["psswrod", "password", 2],
    ["pump", "valve", 3],
  ])("of %s and %s are %i", (a, b, slips) => expect(countSlips(a, b, 2)).toBe(slips));

  it("does not depend on the order and is none only for the same word", () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(countSlips(a, b, 9)).toBe(countSlips(b, a, 9));
        expect(countSlips(a, b, 9) === 0).toBe(a === b);
      }),
    );
  });

  it("is one for exactly what oneSlipAway lists", () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(oneSlipAway(a).includes(b)).toBe(countSlips(a, b, 2) === 1);
      }),
      { numRuns: 400 },
    );
  });
});

describe("rankNeighbours", () => {
  it("prefers exchanged letters and a kept first letter", () => {
    const known = ["form", "from", "farm"].map((name) => ({ word: name, documents: 5 }));
    expect(rankNeighbours("fomr", known, 1)[0]?.word).toBe("form");
    expect(
      rankNeighbours(
        "bump",
        [
          { word: "pump", documents: 9 },
          { word: "bumpy", documents: 9 },
        ],
        1,
      )[0]?.word,
    ).toBe("bumpy");
  });
});
