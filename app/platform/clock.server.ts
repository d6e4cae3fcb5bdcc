/** The only source of the present instant, at millisecond grain like the database's columns. */
export const clock = { now: () => new Date() };

/** Stands still at `at` until the returned function is called. For tests. */
export function freezeClock(at: Date | string): () => void {
  const before = clock.now;
  const instant = new Date(at);
  clock.now = () => new Date(instant);
  return () => void (clock.now = before);
}
