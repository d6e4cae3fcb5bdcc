import type { Marked } from "./engine";
import { gluedRuns, joinedName, type Word } from "./words";

/** Where a text matches, as [start, end) of the text, with the weight of what matched. */
export type Place = { start: number; end: number; weight: number; term: number };

/** Says which term of the question a word answers, and how much that term weighs; null for other words. */
export type Matcher = (word: { spelled: string; folded: string }) => { term: number; weight: number } | null;

const SNIPPET = 200;
const LEAD = 40;

/** Every matching word of the text; glued ones are tried under their joined name too. */
export function findPlaces(words: readonly Word[], matches: Matcher): Place[] {
  const places: Place[] = [];
  for (const { from, to } of gluedRuns(words)) {
    const run = words.slice(from, to);
    const [first, last] = [run[0], run.at(-1)];
    const name = joinedName(run);
    const whole = name && matches({ spelled: name, folded: name });
    if (whole && first && last) places.push({ start: first.start, end: last.end, ...whole });
    else
      for (const word of run) {
        const found = matches(word);
        if (found) places.push({ start: word.start, end: word.end, ...found });
      }
  }
  return places;
}

/** The whole text, cut where it matches. */
export const markAll = (text: string, places: readonly Place[]): Marked => mark(text, places, 0, text.length);

/** About 200 characters where most of the question stands together; empty when nothing matches. */
export function markBest(text: string, places: readonly Place[]): Marked {
  if (!places.length) return [];
  let best = { value: -1, from: 0 };
  for (let i = 0; i < places.length; i++) {
    const start = places[i]?.start ?? 0;
    const terms = new Map<number, number>();
    let more = 0;
    for (let j = i; j < places.length; j++) {
      const place = places[j];
      if (!place || place.end - start > SNIPPET - LEAD) break;
      if (terms.has(place.term)) more += 0.05 * place.weight;
      else terms.set(place.term, place.weight);
    }
    const value = [...terms.values()].reduce((sum, weight) => sum + weight, Math.min(more, 0.2));
    if (value > best.value + 1e-9) best = { value, from: start };
  }
  const [from, to] = cut(text, best.from);
  const body = mark(text, places, from, to);
  if (from > 0) body.unshift({ text: "…", match: false });
  if (to < text.length) body.push({ text: "…", match: false });
  return join(body);
}

/** The start of the text, for a hit that only its title explains less than its beginning. */
function cut(text: string, at: number): [number, number] {
  let from = Math.max(0, at - LEAD);
  const sentence = text.slice(from, at).search(/(?<=[.!?\n])\s+\S/u);
  if (from > 0) {
    if (sentence >= 0) from += sentence + 1;
    else {
      const space = text.slice(from, at).search(/\s/u);
      from = space >= 0 ? from + space + 1 : at;
    }
  }
  let to = Math.min(text.length, from + SNIPPET);
  if (to < text.length) {
    const space = text.lastIndexOf(" ", to);
    if (space > at + 20) to = space;
  }
  return [from, to];
}

function mark(text: string, places: readonly Place[], from: number, to: number): Marked {
  const marked: Marked = [];
  let at = from;
  for (const { start, end } of places) {
    if (start < at || end > to) continue;
    if (start > at) marked.push({ text: text.slice(at, start), match: false });
    marked.push({ text: text.slice(start, end), match: true });
    at = end;
  }
  if (at < to) marked.push({ text: text.slice(at, to), match: false });
  return join(marked);
}

/** Neighbours of the same sort become one. */
function join(marked: Marked): Marked {
  const joined: Marked = [];
  for (const piece of marked) {
    const last = joined.at(-1);
    if (last && last.match === piece.match) last.text += piece.text;
    else joined.push({ ...piece });
  }
  return joined;
}
