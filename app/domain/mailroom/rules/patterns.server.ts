import { RE2JS, RE2JSSyntaxException } from "re2js";
import { cleanLine } from "~/domain/mail/mime/clean-text";
import { KnownText } from "~/lib/conditions/known-facts";
import type { PatternProblem } from "~/lib/conditions/schema";
import { gateOf, type Gate, mayPass } from "./pattern-gate.server";

// RE2 has no backtracking: the time to match grows with the text alone, times the program's size, which is bounded here.

const MAX_PATTERN = 500;
const MAX_PROGRAM = 600;
const MAX_CAPTURE = 200;
/** Memory for a pattern's states; beyond it they are made anew. */
const MAX_STATES_BYTES = 1_000_000;
const CAPTURE_NAME = /^[a-z]\w{0,39}$/i;
/** Patterns kept compiled: those of several versions. */
const KEPT = 2_000;

const FLAGS = RE2JS.CASE_INSENSITIVE | RE2JS.MULTILINE;

type Compiled = { engine: RE2JS; gate: Gate | null; names: string[] };
const compiled = new Map<string, Compiled>();

/** Why a pattern cannot be used, null when it can: what RE2 does not know, and what grows too large. */
export function problemOfPattern(pattern: string): PatternProblem | null {
  if (pattern.length > MAX_PATTERN) return "patternTooLong";
  try {
    const engine = RE2JS.compile(pattern, FLAGS);
    if (engine.programSize() > MAX_PROGRAM) return "patternTooLarge";
    return Object.keys(engine.namedGroups()).every((name) => CAPTURE_NAME.test(name)) ? null : "patternName";
  } catch (error) {
    if (error instanceof RE2JSSyntaxException) return problemOf(error.message);
    throw error;
  }
}

/** Whether the pattern finds something in the text: any case, ^ and $ at every line. One that cannot be used finds nothing. */
export function findsPattern(pattern: string, text: KnownText): boolean {
  const ready = compile(pattern);
  return ready !== null && mayPass(ready.gate, text) && ready.engine.test(text.text);
}

/** What the named parts of the pattern's first find hold, each one harmless line of at most 200 characters. */
export function captureNames(pattern: string, text: KnownText): Record<string, string> {
  const ready = compile(pattern);
  if (!ready?.names.length || !findsPattern(pattern, text)) return {};
  const matcher = ready.engine.matcher(text.text);
  if (!matcher.find()) return {};
  const found = ready.names.map((name) => [name, cleanLine(matcher.group(name) ?? "", MAX_CAPTURE)] as const);
  return Object.fromEntries(found.filter(([, value]) => value !== ""));
}

const MAX_FOUND = 500;

/** What a pattern finds first in a sample: the whole find, and every named part, empty where it found nothing. */
export function tryPattern(
  pattern: string,
  typed: string,
): { problem: PatternProblem | null; found: string | null; captures: { name: string; value: string }[] } {
  // A form sends CRLF; the texts of mails have LF.
  const sample = typed.replace(/\r\n?/g, "\n");
  const problem = problemOfPattern(pattern);
  const ready = problem ? null : compile(pattern);
  const matcher = ready?.engine.matcher(sample);
  if (!ready || !matcher?.find()) return { problem, found: null, captures: [] };
  const found = captureNames(pattern, new KnownText(sample));
  const captures = ready.names.map((name) => ({ name, value: found[name] ?? "" }));
  return { problem, found: (matcher.group() ?? "").slice(0, MAX_FOUND), captures };
}

/** The names of the pattern's captures; none for one that cannot be used. */
export const namesIn = (pattern: string): readonly string[] => compile(pattern)?.names ?? [];

function compile(pattern: string): Compiled | null {
  const known = compiled.get(pattern);
  if (known) return known;
  if (problemOfPattern(pattern)) return null;
  const engine = RE2JS.compile(pattern, FLAGS);
  const { dfa } = engine.re2();
  dfa.stateBudget = dfa.memBudget = MAX_STATES_BYTES;
  const made = { engine, gate: gateOf(pattern), names: Object.keys(engine.namedGroups()) };
  if (compiled.size >= KEPT) compiled.clear();
  compiled.set(pattern, made);
  return made;
}

/** RE2's words for what it refuses, as a reason of ours. */
function problemOf(message: string): PatternProblem {
  const at = /`([\s\S]*)`\s*$/.exec(message)?.[1] ?? "";
  const says = (words: string) => message.includes(words);
  if (/\(\?<?[=!]/.test(at)) return "patternLookaround";
  if (says("escape")) return /\\(?:[1-9]|k)/.test(at) ? "patternBackreference" : "patternEscape";
  if (says("trailing backslash")) return "patternEscape";
  if (says("duplicate")) return "patternNameTwice";
  if (says("named capture")) return "patternName";
  if (says("repeat count") || says("repetition size")) return "patternRepeats";
  if (says("nested repetition")) return "patternNestedRepeat";
  if (says("missing argument to repetition")) return "patternNothingToRepeat";
  if (says("too large") || says("too deep")) return "patternTooLarge";
  if (says(")")) return "patternParenthesis";
  if (says("]") || says("character class")) return "patternBracket";
  return "patternSyntax";
}
