/** The list with one item a place further up (-1) or down (1); null where there is no place to go. */
export function moveBy<T>(list: readonly T[], item: T, by: -1 | 1): T[] | null {
  const from = list.indexOf(item);
  const to = from + by;
  if (from < 0 || to < 0 || to >= list.length) return null;
  const rest = list.filter((other) => other !== item);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}
