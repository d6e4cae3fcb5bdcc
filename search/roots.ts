import type { SearchLocale } from "./document";

const list = (endings: string) => endings.split(" ").sort((a, b) => b.length - a.length);

/** Endings that make one word of another and that the stemmers leave, folded: курить and курение, print and printer. */
const ENDINGS: Record<SearchLocale, readonly string[]> = {
  en: list("ment ation ition ion er or ery eri al anc enc abl ibl iv ness ship less ful ag ur e i"),
  it: list("ator itor tor ament iment ment azion izion ur anz enz abil ibil esc ist ier"),
  ro: list("er ar ir iun itor ator tor ment at it ut ist esc"),
  ru: list(
    "ирова ирован ова ован ованн ительн тельн тел ческ еск ск енн ени ани лен овк евк ств ост ник щик чик ен ан ян ыт ок ек к н т л ов ев ыв ив",
  ),
};
/** With these a root of three letters is one. */
const SURE: Record<SearchLocale, readonly string[]> = { en: [], it: [], ro: [], ru: ["ен", "ан", "ени", "ани"] };
const SHORTEST = 4;

/** What a base form has in common with those of its family: at most two endings are taken off, four letters stay. */
export function rootOf(locale: SearchLocale, lexeme: string): string {
  let root = lexeme;
  for (let i = 0; i < 2; i++) {
    const ending = ENDINGS[locale].find(
      (one) => root.endsWith(one) && root.length - one.length >= (SURE[locale].includes(one) ? 3 : SHORTEST),
    );
    if (!ending) break;
    root = root.slice(0, -ending.length);
  }
  return root;
}

/** Roots that words of one family can have: of amendă also that of amenzi. */
export function rootsOf(locale: SearchLocale, lexeme: string): string[] {
  const root = rootOf(locale, lexeme);
  return locale === "ro" && root.endsWith("d") ? [root, root.replace(/d$/, "z")] : [root];
}

const INFLECTIONS = list(
  "ами ями иями ого его ому ему ыми ими ую юю ая яя ое ее ие ые ия ию ии ием иях иям ый ий ой ей ем им ым ом их ых ах ях ам ям " +
    "ов ев а я о е ы и у ю ь ать ять ить еть уть ти",
);
const REFLEXIVE = /(?:ся|(?<=л[аои]|[юуя]|те)сь)$/u;
/** Of a word without its inflection a single consonant may belong to the root: оплат-а, отмен-а. */
const DERIVATIONS = ENDINGS.ru.filter((ending) => ending.length > 1 || ending === "к");
/** Sounds at the end of a root that stand for each other in one family: пригласить and приглашение. */
const ALTERNATIONS: readonly (readonly [string, readonly string[]])[] = [
  ["ст", ["щ"]],
  ["ск", ["щ"]],
  ["щ", ["т", "ст", "ск"]],
  ["ш", ["с", "х"]],
  ["ж", ["з", "д", "г"]],
  ["ч", ["т", "к"]],
  ["с", ["ш"]],
  ["х", ["ш"]],
  ["з", ["ж"]],
  ["д", ["ж"]],
  ["г", ["ж"]],
  ["т", ["ч", "щ"]],
  ["к", ["ч"]],
];

/** The root of a Russian word as it is written, where the stemmer keeps words of one family apart: отмена and отменить. */
export function russianRoot(word: string): string {
  let root = word.replace(REFLEXIVE, "");
  for (const endings of [INFLECTIONS, DERIVATIONS, DERIVATIONS]) {
    const ending = endings.find((one) => root.endsWith(one) && root.length - one.length >= SHORTEST);
    if (ending) root = root.slice(0, -ending.length);
  }
  return root;
}

/** Roots that Russian words of one family can have. */
export function russianRoots(word: string): string[] {
  const root = russianRoot(word);
  const [end = "", others = []] = ALTERNATIONS.find(([one]) => root.endsWith(one)) ?? [];
  return root.length < SHORTEST
    ? []
    : [root, ...others.map((other) => root.slice(0, root.length - end.length) + other)];
}
