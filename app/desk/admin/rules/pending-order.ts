/** A rule of the saved list by its place there, 0 the first, and whether it is to be switched over. */
type Placed = { place: number; switched: boolean };

/** Another order of a saved list that nobody has saved yet. In an address: places parted by commas, "x" switches. */
export type PendingOrder = readonly Placed[];

export const savedOrder = (count: number): PendingOrder =>
  Array.from({ length: count }, (_, place) => ({ place, switched: false }));

/** The order that the text says; null unless it names each of `count` places once. */
export function readOrder(text: string | null, count: number): PendingOrder | null {
  const order = (text ?? "").split(",").map((one) => ({ place: parseInt(one, 10), switched: one.endsWith("x") }));
  const places = new Set(order.map(({ place }) => place));
  const whole = order.length === count && places.size === count;
  return whole && [...places].every((place) => place >= 0 && place < count) ? order : null;
}

export const writeOrder = (order: PendingOrder): string =>
  order.map(({ place, switched }) => `${place}${switched ? "x" : ""}`).join(",");

export const isSavedOrder = (order: PendingOrder): boolean =>
  order.every(({ place, switched }, i) => place === i && !switched);

/** The rules as they would be. */
export const arranged = <R extends { enabled: boolean }>(rules: readonly R[], order: PendingOrder): R[] =>
  order.flatMap(({ place, switched }) => {
    const rule = rules[place];
    return rule ? [switched ? { ...rule, enabled: !rule.enabled } : rule] : [];
  });

/** What a button of the list asks for: `move.3.0` puts the fourth first, `switch.3` turns it off or on. Null for others. */
export function actOnOrder(order: PendingOrder, act: string): PendingOrder | null {
  const [what, from, to] = act.split(".");
  const one = order[Number(from)];
  if (!one) return null;
  if (what === "switch") return order.with(Number(from), { ...one, switched: !one.switched });
  if (what !== "move" || !Number.isInteger(Number(to))) return null;
  const rest = order.toSpliced(Number(from), 1);
  return rest.toSpliced(Math.max(0, Math.min(Number(to), rest.length)), 0, one);
}
