import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { percentile, scoreOf } from "./metrics";

const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]$/), { maxLength: 15 });

describe("scoreOf", () => {
  it("counts as the definition says", () => {
    const { ndcg, mrr, hit } = scoreOf(["x", "a", "y", "b"], ["a", "b", "c"]);
    expect(ndcg).toBeCloseTo((1 / Math.log2(3) + 1 / Math.log2(5)) / (1 + 1 / Math.log2(3) + 1 / 2), 12);
    expect([mrr, hit]).toEqual([0.5, 1]);
  });

  it("looks at ten answers only", () => {
    expect(scoreOf([..."0123456789", "a"], ["a"])).toEqual({ ndcg: 0, mrr: 0, hit: 0 });
  });

  it("is one for the relevant ones first, whatever follows, and stays between none and one", () => {
    fc.assert(
      fc.property(ids, ids, (ranked, relevant) => {
        const { ndcg, mrr } = scoreOf(ranked, relevant);
        expect(ndcg).toBeGreaterThanOrEqual(0);
        expect(ndcg).toBeLessThanOrEqual(1 + 1e-12);
        expect(mrr).toBeLessThanOrEqual(1);
        expect(scoreOf([...relevant, ...ranked], relevant).ndcg).toBeCloseTo(relevant.length ? 1 : 0, 12);
      }),
    );
  });

  it("never falls when a relevant answer moves up", () => {
    fc.assert(
      fc.property(ids, fc.nat(8), (ranked, at) => {
        const [above, here] = [ranked[at], ranked[at + 1]];
        if (above === undefined || here === undefined) return;
        const moved = ranked.with(at, here).with(at + 1, above);
        expect(scoreOf(moved, [here]).ndcg).toBeGreaterThanOrEqual(scoreOf(ranked, [here]).ndcg);
      }),
    );
  });
});

describe("percentile", () => {
  it("is the nearest rank", () => {
    const numbers = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect([percentile(numbers, 0.5), percentile(numbers, 0.95), percentile([], 0.5)]).toEqual([50, 95, 0]);
  });
});
