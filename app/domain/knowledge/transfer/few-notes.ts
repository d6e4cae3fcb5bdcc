import type { Note } from "./transfer-file";

/** So many things are said of one file; a page whose thousand links lead nowhere is understood by then. */
const MOST = 30;

/** Each thing once, at its first line, and of a great many only how many more there are. */
export function fewNotes(notes: readonly Note[]): Note[] {
  const each = [
    ...new Map([...notes].reverse().map((note) => [JSON.stringify([note.code, note.params]), note])).values(),
  ].reverse();
  if (each.length <= MOST) return each;
  return [...each.slice(0, MOST), { code: "transfer:warning.more", params: { count: each.length - MOST } }];
}
