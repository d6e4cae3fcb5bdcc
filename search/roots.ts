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
