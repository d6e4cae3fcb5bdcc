import { RE2JS } from "re2js";
import { z } from "zod";
import type { KnownText } from "~/lib/conditions/known-facts";

/** Words that a text must hold for a pattern to find anything in it: all or some of them, in lower case. */
export type Gate = { word: string } | { every: Gate[] } | { some: Gate[] };

/** Searching a word is a hundred times quicker than a pattern. A text that does not pass holds no match. */
export function mayPass(gate: Gate | null, text: KnownText): boolean {
  return gate === null || passes(gate, text.lower) || UNUSUAL.test(text.text);
}

const passes = (gate: Gate, lower: string): boolean =>
  "word" in gate
    ? lower.includes(gate.word)
    : "every" in gate
      ? gate.every.every((one) => passes(one, lower))
      : gate.some.some((one) => passes(one, lower));

// Letters that a pattern takes for another one while lower case leaves them: ſ for s, ᲀ for в.
const UNUSUAL = /[\u017f\u1c80-\u1c8a\u1e9b]/;
/** Letters whose lower case is all that a pattern in any case can mean by them. */
const PLAIN = /^[\p{ASCII}à-öø-þа-яё]+$/u;

const KINDS = { none: 0, exact: 1, and: 2, or: 3 } as const;
type Tree = { type: number; str: string; subs: Tree[] };
const tree: z.ZodType<Tree> = z.lazy(() => z.object({ type: z.number(), str: z.string(), subs: z.array(tree) }));

/** The gate of a pattern; null when it needs no certain word. The engine works it out for patterns that heed case. */
export function gateOf(pattern: string): Gate | null {
  const { prefilter }: { prefilter: unknown } = RE2JS.compile(pattern, RE2JS.MULTILINE).re2();
  const read = tree.safeParse(prefilter);
  return read.success ? simplify(read.data) : null;
}

function simplify({ type, str, subs }: Tree): Gate | null {
  if (type === KINDS.exact) {
    const word = str.toLowerCase();
    return PLAIN.test(word) ? { word } : null;
  }
  const parts = subs.map(simplify);
  const known = parts.filter((part) => part !== null);
  if (type === KINDS.and) return known.length ? { every: known } : null;
  if (type === KINDS.or) return known.length === parts.length && parts.length > 0 ? { some: known } : null;
  return null;
}
