import { familyOf, nameInFamily } from "./schema";

type Value = string | number | readonly string[] | null | undefined;

/** What is known: one value, several, or nothing. Words and texts are folded by the comparison. */
export type Facts = Readonly<Record<string, string | readonly string[] | null | undefined>>;

/**
 * Facts that are worked out when a condition first asks: a function instead of the value. The fact of a family
 * (`header:*`) is a function of the name that is asked for.
 */
export type LazyFacts = Readonly<Record<string, Value | ((name: string) => Value)>>;

/** One text of a fact. `lower` is it in lower case, made once. */
export class KnownText {
  private lowered: string | undefined;
  private foldedText: string | undefined;
  private foldedWords: string | undefined;
  constructor(readonly text: string) {}

  get lower(): string {
    return (this.lowered ??= this.text.toLowerCase());
  }
  get folded(): string {
    return (this.foldedText ??= foldText(this.text));
  }
  get words(): string {
    return (this.foldedWords ??= foldWords(this.folded));
  }
}

const NOTHING: readonly KnownText[] = [];
const known = new WeakMap<LazyFacts, Map<string, readonly KnownText[]>>();

/** The texts of a fact. Each is made once for a set of facts, however many rules ask. */
export function textsOf(facts: LazyFacts, fact: string): readonly KnownText[] {
  let asked = known.get(facts);
  if (!asked) known.set(facts, (asked = new Map<string, readonly KnownText[]>()));
  let texts = asked.get(fact);
  if (!texts) asked.set(fact, (texts = listOf(valueOf(facts, fact)).map((text) => new KnownText(text))));
  return texts.length ? texts : NOTHING;
}

function valueOf(facts: LazyFacts, fact: string): Value {
  const value = Object.hasOwn(facts, fact) ? facts[fact] : facts[familyOf(fact) ?? fact];
  return typeof value === "function" ? value(nameInFamily(fact)) : value;
}

const listOf = (value: Value): readonly string[] =>
  value === null || value === undefined || value === "" ? [] : typeof value === "object" ? value : [String(value)];

/** Lower case without accents: ё is е, ș is s, È is e. */
export const foldText = (text: string): string =>
  ASCII.test(text)
    ? text.toLowerCase().trim()
    : text
        .normalize("NFKD")
        .replace(/\p{M}+/gu, "")
        .toLowerCase()
        .trim();

const ASCII = /^\p{ASCII}*$/u;

/** The words of a folded text between single spaces, with one at either end. */
export const foldWords = (folded: string): string => ` ${folded.replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `;
