import type { MarkKind, Span } from "./mark";
import { nameForms } from "./name-forms";

/** Shorter parts of a name are words of their own too often. */
const LEAST = 3;
const LEGAL = /[\s,]+(?:s\.?p\.?a|s\.?r\.?l|ltd|llc|inc|gmbh|ag|plc|ооо|зао|оао|ао|пао)\.?$/iu;
/** Parts of names that are no names. */
const PARTICLES = new Set(["van", "von", "der", "den", "del", "della", "dello", "and", "the", "und"]);
/** Names that are words, too: a part of a name that is one of them counts where it has a capital. */
const WORDS = new Set(
  "april art best bill black brown cook field fox frank grace grant green hill hope june king lane long mark may page park price rich rose stone summer white will wood young bianca bianco bruno celeste chiara costa felice fiore franca franco gallo luce luna marina mare monte nero pace pia rosa russo sereno serena stella verde vita albu baciu ciobanu floarea lupu mare moraru negru popa roșu rusu viorica вера воля зима король лев любовь мир мороз надежда роза роман слава".split(
    " ",
  ),
);

/** Where known people's names stand, whole or in part, in the cases and letters of the four languages. */
export function knownPeople(text: string, names: readonly string[]): Span[] {
  const parts = new Set(
    names.flatMap((name) => name.split(/[\s,]+/u)).filter((part) => !PARTICLES.has(part.toLowerCase())),
  );
  const pattern = oneOf([...parts].filter((part) => part.length >= LEAST).map(nameForms));
  return find(text, pattern, "name").filter(({ start, end }) => {
    const word = text.slice(start, end);
    return !WORDS.has(word) || word !== word.toLowerCase();
  });
}

/** Where known organizations stand, with their legal form or without. */
export function knownOrganizations(text: string, names: readonly string[]): Span[] {
  const forms = new Set(names.flatMap((name) => [name.trim(), name.trim().replace(LEGAL, "")]));
  const escaped = [...forms]
    .filter((form) => form.length >= LEAST)
    .map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return find(text, oneOf(escaped.map((form) => `${form}[а-яё]{0,3}`)), "organization");
}

const oneOf = (patterns: string[]): string =>
  patterns.length ? `(?:${patterns.sort((a, b) => b.length - a.length).join("|")})` : "";

const find = (text: string, pattern: string, kind: MarkKind): Span[] =>
  pattern
    ? Array.from(
        text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, "giu")),
        ({ 0: match, index }) => ({ start: index, end: index + match.length, kind }),
      )
    : [];
