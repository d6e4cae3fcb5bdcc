import { isCyrillic } from "./words";

const LATIN = "abcdefghijklmnopqrstuvwxyz";
const CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюя";

/** Every string one slip away: a letter missing, doubled, wrong, or two exchanged. */
export function oneSlipAway(word: string): string[] {
  const letters = isCyrillic(word) ? CYRILLIC : LATIN;
  const found = new Set<string>();
  for (let i = 0; i <= word.length; i++) {
    const head = word.slice(0, i);
    const tail = word.slice(i);
    if (tail) found.add(head + tail.slice(1));
    if (tail.length > 1) found.add(head + tail.charAt(1) + tail.charAt(0) + tail.slice(2));
    for (const letter of letters) {
      found.add(head + letter + tail);
      if (tail) found.add(head + letter + tail.slice(1));
    }
  }
  found.delete(word);
  found.delete("");
  return [...found];
}

/**
 * Slips between two words (missing, added, wrong and exchanged letters, each once; optimal string alignment), or
 * `most + 1` as soon as there are more than `most`.
 */
export function countSlips(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    before = last;
    last = row;
  }
  return Math.min(last[b.length] ?? most + 1, most + 1);
}

/** Slips that a word of this length may have and still be recognised. */
export const slipsAllowed = (word: string): number => (word.length < 4 ? 0 : word.length < 7 ? 1 : 2);

export type Neighbour = { word: string; documents: number };

/**
 * The likeliest meant words first: fewer slips, the same first letter, more documents. A word of another language than
 * the reader's comes in with fewer documents by its caller.
 */
export function rankNeighbours(typed: string, neighbours: readonly Neighbour[], most: number): Neighbour[] {
  const judged = neighbours
    .map((neighbour) => ({ neighbour, cost: costOf(typed, neighbour, most) }))
    .filter(({ cost }) => Number.isFinite(cost))
    .sort((a, b) => a.cost - b.cost || (a.neighbour.word < b.neighbour.word ? -1 : 1));
  const best = judged[0]?.cost ?? 0;
  return judged.filter(({ cost }) => cost <= best + 0.6).map(({ neighbour }) => neighbour);
}

function costOf(typed: string, { word, documents }: Neighbour, most: number): number {
  const slips = countSlips(typed, word, most);
  if (slips > most) return Infinity;
  const first = typed[0] === word[0] ? 0 : 0.5;
  const sameLetters = [...typed].sort().join("") === [...word].sort().join("") || undouble(typed) === undouble(word);
  return slips + first - (sameLetters ? 0.3 : 0) - 0.12 * Math.log(1 + documents);
}

const undouble = (word: string) => word.replace(/(.)\1+/gu, "$1");
