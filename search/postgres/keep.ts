const KEPT_MS = 15_000;
const MOST_KEPT = 1000;

/** Answers by key from memory: asks again after a while, and at once after `forget`. */
export function keep<Key, Value>(
  read: (key: Key) => Promise<Value>,
  now: () => number,
  worthKeeping: (value: Value) => boolean = () => true,
) {
  const kept = new Map<Key, { until: number; value: Promise<Value> }>();
  return {
    get(key: Key): Promise<Value> {
      const known = kept.get(key);
      if (known && known.until > now()) return known.value;
      if (kept.size > MOST_KEPT) kept.clear();
      const value = read(key);
      kept.set(key, { until: now() + KEPT_MS, value });
      value.then(
        (read) => worthKeeping(read) || kept.delete(key),
        () => kept.delete(key),
      );
      return value;
    },
    forget: () => kept.clear(),
  };
}
