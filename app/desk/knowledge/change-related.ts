/** The ids after one was added at the end, taken away, or moved one place up or down; an unknown act changes nothing. */
export function changeRelated(ids: readonly string[], id: string, act: string): string[] {
  const at = ids.indexOf(id);
  if (act === "add") return at < 0 ? [...ids, id] : [...ids];
  if (at < 0) return [...ids];
  const rest = ids.toSpliced(at, 1);
  if (act === "remove") return rest;
  if (act === "up") return rest.toSpliced(Math.max(0, at - 1), 0, id);
  if (act === "down") return rest.toSpliced(at + 1, 0, id);
  return [...ids];
}
