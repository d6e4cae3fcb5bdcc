export type Random = {
  /** From 0 up to 1. */ next(): number;
  between(low: number, high: number): number;
  shuffle<T>(list: readonly T[]): T[];
};

/** Numbers that a seed repeats (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t ^= t + Math.imul(t ^ (t >>> 7), 61 | t);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    between: (low, high) => low + next() * (high - low),
    shuffle(list) {
      const left = [...list];
      return Array.from(list, () => left.splice(Math.floor(next() * left.length), 1)[0]!);
    },
  };
}
