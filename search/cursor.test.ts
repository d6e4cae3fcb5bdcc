import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCursor, writeCursor } from "./cursor";

const cursor = fc.record({
  score: fc.double({ noNaN: true, noDefaultInfinity: true }).map((score) => (Object.is(score, -0) ? 0 : score)),
  group: fc.string({ unit: "grapheme" }),
  now: fc.nat(),
  groups: fc.nat(),
  capped: fc.boolean(),
  weights: fc.dictionary(fc.stringMatching(/^[a-z]+:[a-z]+$/), fc.double({ min: 0, max: 20, noNaN: true }), {
    noNullPrototype: true,
  }),
});

describe("a cursor", () => {
  it("is read as it was written, to the last digit", () => {
    fc.assert(fc.property(cursor, (written) => void expect(readCursor(writeCursor(written))).toEqual(written)));
  });

  it("is no more than letters of a URL", () => {
    fc.assert(fc.property(cursor, (written) => void expect(writeCursor(written)).toMatch(/^[\w-]+$/)));
  });

  it("is null for anything else", () => {
    for (const text of [null, undefined, "", "x", "bnVsbA", Buffer.from('["1","g",0,0,true,{}]').toString("base64url")])
      expect(readCursor(text)).toBeNull();
    fc.assert(fc.property(fc.string(), (text) => void readCursor(text)));
  });
});
