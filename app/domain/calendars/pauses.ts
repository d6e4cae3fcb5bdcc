/** A stretch [from, to) that does not count, `to` null while it lasts. Pauses may overlap and come in any order. */
export type Pause = { readonly from: Date; readonly to: Date | null };

/** Disjoint pauses in order, in epoch seconds, those without length left out; the end of a lasting one is Infinity. */
export function mergePauses(pauses: readonly Pause[]): [from: number, to: number][] {
  const merged: [number, number][] = [];
  const sorted = pauses
    .map(({ from, to }): [number, number] => [toSeconds(from), to ? toSeconds(to) : Infinity])
    .filter(([from, to]) => from < to)
    .sort((a, b) => a[0] - b[0]);
  for (const pause of sorted) {
    const last = merged.at(-1);
    if (last && pause[0] <= last[1]) last[1] = Math.max(last[1], pause[1]);
    else merged.push(pause);
  }
  return merged;
}

/** The second that an instant lies in: the calculus has second grain, and parts of a second are cut off. */
export const toSeconds = (at: Date) => Math.floor(at.getTime() / 1000);

export const toDate = (seconds: number) => new Date(seconds * 1000);
