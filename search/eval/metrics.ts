/** How well the first ten answers to one question serve it. */
export type Score = { ndcg: number; mrr: number; hit: number };

const FIRST = 10;

/**
 * nDCG, reciprocal rank and hit of the first ten ids, each from 0 to 1. Gains are binary, the discount is log2(rank + 1),
 * the ideal order has all relevant ids (at most ten) first. An id counts once.
 */
export function scoreOf(ranked: readonly string[], relevant: readonly string[]): Score {
  const wanted = new Set(relevant);
  const top = [...new Set(ranked)].slice(0, FIRST);
  const gains = top.map((id, i) => (wanted.has(id) ? 1 / Math.log2(i + 2) : 0));
  const ideal = Array.from({ length: Math.min(FIRST, wanted.size) }, (_, i) => 1 / Math.log2(i + 2));
  const first = top.findIndex((id) => wanted.has(id));
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
  return {
    ndcg: ideal.length ? sum(gains) / sum(ideal) : 0,
    mrr: first < 0 ? 0 : 1 / (first + 1),
    hit: first < 0 ? 0 : 1,
  };
}

export const mean = (numbers: readonly number[]): number =>
  numbers.length ? numbers.reduce((total, number) => total + number, 0) / numbers.length : 0;

/** The value below which this share of the numbers lies (nearest rank); 0 of none. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
