import type { SearchLocale } from "../document";
import { isCode, isCyrillic } from "../words";

const list = (endings: string) => endings.split(" ").toSorted((a, b) => b.length - a.length);

/** Meilisearch knows no word forms: folded words go in, and are asked for, without these endings; `least` letters stay. */
const ENDINGS: Record<SearchLocale, { least: number; endings: string[] }> = {
  en: { least: 3, endings: list("ingly edly ings ies ing ed es ly s y e") },
  it: {
    least: 3,
    endings: list(
      "azioni azione amenti amento imenti imento mente ando endo ate ati ata ato uto uti uta ute ito iti ita ite are ere " +
        "ire che chi ghe ghi ia ie io a e i o",
    ),
  },
  ro: {
    least: 3,
    endings: list(
      "urilor atiilor ului ilor elor iile urile atia atie atii iei uri ele ile eaza ator are ire ere and ind ata ate ati " +
        "ul ii ie ia ea le ei at it ut a e i u",
    ),
  },
  ru: {
    least: 2,
    endings: list(
      "иями ями ами иях иям ием ого его ому ему ыми ими ость ости ться ают яют ует уют ите йте ешь ишь ала али ило или " +
        "ать ять ить еть ой ый ий ая яя ое ее ые ие ую юю ых их ым им ом ем ам ям ах ях ов ев ей ию ия ии ет ит ал ил " +
        "а я о е ы и у ю ь й",
    ),
  },
};

/** The part of a folded word that its forms have in common; codes and short words stay as they are. */
export function stemOf(locale: SearchLocale, folded: string): string {
  if (isCode(folded)) return folded;
  const { least, endings } = ENDINGS[isCyrillic(folded) ? "ru" : locale === "ru" ? "en" : locale];
  const ending = endings.find((one) => folded.endsWith(one) && folded.length - one.length >= least);
  const stem = ending ? folded.slice(0, -ending.length) : folded;
  // Stopped, fitting: the doubled letter belongs to the ending.
  return ending && /(.)\1$/u.test(stem) && stem.length > least ? stem.slice(0, -1) : stem;
}
