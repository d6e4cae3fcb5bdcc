import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gluedRuns, joinedName, readWords } from "./words";

const names = (text: string) => {
  const words = readWords(text);
  return gluedRuns(words).map(
    ({ from, to }) =>
      joinedName(words.slice(from, to)) ??
      words
        .slice(from, to)
        .map(({ folded }) => folded)
        .join(" "),
  );
};

describe("readWords", () => {
  it("reads a code in one way however it is written", () => {
    expect([names("SP-20"), names("sp20"), names("SP_20")]).toEqual([["sp20"], ["sp20"], ["sp20"]]);
    expect(names("E-mail to us")).toEqual(["email", "to", "us"]);
  });

  it("parts words at apostrophes and brackets", () => {
    expect(names("l'ordine (dell’impianto) don't")).toEqual(["l", "ordine", "dell", "impianto", "don", "t"]);
  });

  it("takes an address apart without a name for the whole", () => {
    expect(names("https://northwind.example/help/en/pumps/a")).toContain("northwind example help en pumps a");
  });

  it("passes over keys that nobody types", () => expect(readWords("x".repeat(65))).toEqual([]));

  it("gives places of the text itself, in order and apart", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        let end = 0;
        for (const word of readWords(text)) {
          expect(word.start).toBeGreaterThanOrEqual(end);
          expect(word.end).toBeGreaterThan(word.start);
          expect(word.folded).not.toBe("");
          end = word.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
