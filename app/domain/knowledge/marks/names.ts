import type { MarkKind, Span } from "./mark";

/** Shorter parts of a name are words of their own too often. */
const LEAST = 3;
/** Letters that a Russian or Romanian name may take on or change at its end. */
const ENDINGS = "[а-яёăâîșț]{0,3}";
const LEGAL = /[\s,]+(?:s\.?p\.?a|s\.?r\.?l|ltd|llc|inc|gmbh|ag|plc|ооо|зао|оао|ао|пао)\.?$/iu;
/** Parts of names that are no names. */
const PARTICLES = new Set(["van", "von", "der", "den", "del", "della", "dello", "and", "the", "und"]);

const GREETING =
  /(?:^|\n)[ \t]*(?:dear|hello|hi|good (?:morning|afternoon|evening)|ciao|gentile|gent\.mo|gent\.ma|egregio|buongiorno|buonasera|salve|bună(?: ziua| seara| dimineața)?|stimat[ăe]|stimate|дорог(?:ой|ая)|уважаем(?:ый|ая)|здравствуйте|добрый (?:день|вечер)|доброе утро|привет)[ ,]+((?:(?:mr|mrs|ms|dr|sig|sig\.ra|signor|signora|dott|domnule|doamnă|doamna|domnul|господин|госпожа)\.? )?\p{Lu}[\p{L}'’-]+(?: \p{Lu}\.?[\p{L}'’-]*){0,3})(?=\s*[,!.;:\n-]|\s*$)/giu;

/** Where known names stand, whole or in part, in any case of letters and with the endings of inflected languages. */
export function knownNames(text: string, names: readonly string[], kind: MarkKind): Span[] {
  const words = [...new Set(names.flatMap(kind === "name" ? partsOf : formsOf))].filter((word) => word.length >= LEAST);
  if (!words.length) return [];
  const pattern = words
    .sort((a, b) => b.length - a.length)
    .map((word) => stemOf(word).replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("|");
  return [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})${ENDINGS}(?![\\p{L}\\p{N}])`, "giu"))].map(
    ({ 0: match, index }) => ({ start: index, end: index + match.length, kind }),
  );
}

/** Whom a letter greets, known or not. */
export function greetedNames(text: string): Span[] {
  return [...text.matchAll(GREETING)].flatMap(({ 0: match, 1: name = "", index }) => {
    if (!/^\p{Lu}/u.test(name)) return [];
    const end = index + match.length;
    return [{ start: end - name.length, end, kind: "name" as const }];
  });
}

const partsOf = (name: string): string[] => [
  name.trim(),
  ...name.split(/[\s,]+/u).filter((part) => !PARTICLES.has(part.toLowerCase())),
];

const formsOf = (name: string): string[] => [name.trim(), name.trim().replace(LEGAL, "")];

/** Without the vowel that declension changes; names in Latin letters keep theirs, since ENDINGS has none of them. */
const stemOf = (word: string): string =>
  /[а-яё]/iu.test(word) && word.length > 4 ? word.replace(/[аяйьоеиы]$/iu, "") : word;
