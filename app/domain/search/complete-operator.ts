import { IN_VALUES, IS_VALUES, isOperatorName, OPERATORS, type OperatorName } from "./operators";
import { DAY_WORDS } from "./read-day";

/** The word at the caret, when it is or may become an operator. `start` and `end` are its place in the text. */
export type Completion = {
  start: number;
  end: number;
  not: boolean;
} & ({ name: OperatorName; typed: string } | { name: null; names: OperatorName[] });

const TOKEN = /-?[a-z]+:"[^"]*(?:"|$)|"[^"]*(?:"|$)|\S+/giu;
const PRIORITIES = ["urgent", "high", "normal", "low"] as const;

/** Looks at what stands at the caret: an operator whose value is being typed, or the beginning of one's name. */
export function findCompletion(text: string, caret: number): Completion | null {
  for (const match of text.matchAll(TOKEN)) {
    const [token] = match;
    const start = match.index;
    const end = start + token.length;
    if (caret < start || caret > end) continue;
    const [, minus = "", word = "", colon, value = ""] = /^(-?)([a-z]+)(?:(:)"?([^"]*)"?)?$/iu.exec(token) ?? [];
    const name = word.toLowerCase();
    const place = { start, end, not: minus === "-" };
    if (colon) return isOperatorName(name) ? { ...place, name, typed: value } : null;
    const names = name.length < 2 ? [] : OPERATORS.filter((one) => one.startsWith(name));
    return names.length ? { ...place, name: null, names } : null;
  }
  return null;
}

/** The text with the word at the caret replaced, and room to go on behind a finished value. */
export function applyCompletion(
  text: string,
  { start, end, not }: Completion,
  name: string,
  value: string | null,
): string {
  const quoted = value !== null && /\s/u.test(value) ? `"${value}"` : (value ?? "");
  const done = `${not ? "-" : ""}${name}:${quoted}`;
  return `${text.slice(0, start)}${done}${value === null ? "" : " "}${text.slice(end).trimStart()}`;
}

/** Values that an operator takes from a fixed list; null for those that the desk's data names. */
export function fixedValues(name: OperatorName): readonly string[] | null {
  if (name === "is") return IS_VALUES;
  if (name === "in") return IN_VALUES;
  if (name === "priority") return PRIORITIES;
  return name === "before" || name === "after" ? DAY_WORDS : null;
}
