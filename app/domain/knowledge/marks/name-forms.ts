import { slugify } from "../slug";

const LATIN = "a:àáâãäåăą c:çćč d:đ e:èéêëęě g:ğ i:ìíîïı l:ł n:ñńň o:òóôõöø r:ř s:șşšśß t:țţ u:ùúûüů y:ýÿ z:žźż";
const CYRILLIC = "е:ё";
const ALIKE = new Map<string, string>(
  `${LATIN} ${CYRILLIC}`.split(" ").flatMap((group) => {
    const [plain = "", others = ""] = group.split(":");
    const all = `[${plain}${others}]`;
    return [plain, ...others].map((letter) => [letter, all] as const);
  }),
);

/** How names in Cyrillic letters are written in Latin ones (BGN/PCGN, simplified), longest first. */
const WRITTEN =
  "shch:щ zh:ж kh:х ts:ц ch:ч sh:ш yu:ю ya:я yo:ё iy:ий a:а b:б v:в g:г d:д e:е z:з i:и y:[йы] k:к l:ль? m:м n:нь? o:о p:п r:рь? s:с t:ть? u:у f:ф h:х j:дж c:к w:в x:кс q:к"
    .split(" ")
    .map((pair) => pair.split(":") as [string, string]);

const VOWEL = "[аеёиоуыэюя]";
/** What declension puts behind the stem of a Russian name or surname, of men, women and families. */
const RUSSIAN =
  "(?:[аяыиеуюойь]|[оеё]й|[ое]ю|[оеё]м|[ыи][мх]|[ое]го|[ое]му|ую|юю|ая|яя|[ое]в|[ая]м|[ая]х|[аяыи]ми|ью)?";
/** Genitive and dative of Romanian names, with the article. */
const ROMANIAN = "(?:ul|ului|ei|ii|i|ei|ăi)?";

/**
 * A pattern (flags `iu`) of the ways in which a part of somebody's name may stand in a text: accents left out, ё as е,
 * Russian and Romanian cases, and names in Latin letters written in Cyrillic ones or the other way round.
 */
export function nameForms(word: string): string {
  const lower = word.normalize("NFC").toLowerCase();
  if (/^[а-яё-]+$/u.test(lower)) return `(?:${russianForms(lower)}|${inLatin(lower)})`;
  const own = latinForms(lower);
  return /^[a-z]{4,}$/u.test(lower) ? `(?:${own}|${russianForms(inCyrillic(lower), true)})` : own;
}

/** `isPattern`: the word is one already, of a name that was written in other letters. */
function russianForms(lower: string, isPattern = false): string {
  const write = isPattern ? (text: string) => text : letters;
  const stem = lower.replace(/(?:ий|ый|ой|ая|яя)$/u, "").replace(/[аяйьоеиыуюё]$/u, "");
  const forms = [write(stem) + RUSSIAN];
  // Павел: Павла, Лев: Льва.
  const fleeting = /^(.+)[ео]([бвгджзклмнпрстфхцчшщ])$/u.exec(stem);
  if (fleeting && stem === lower) forms.push(`${write(fleeting[1]!)}ь?${fleeting[2]}(?:а|у|ом|ем|е|ы)`);
  return forms.join("|");
}

function latinForms(lower: string): string {
  const stem = /(?:[^aeiou]a|ea|ia)$/u.test(lower) ? lower.slice(0, -1) : lower;
  const feminine = stem === lower ? "" : `|${letters(stem)}(?:ei|ii|i|ăi|o)`;
  return `${letters(lower)}${stem === lower ? ROMANIAN : ""}${feminine}`;
}

/** As the help centre's addresses are written; Юрий is Yuriy, Yurii, Yury or Yuri. */
const inLatin = (lower: string): string =>
  letters(slugify(lower).replace(/[iy]y$/u, "")) + (/[иы]й$/u.test(lower) ? "(?:iy|ii|y|i)" : "");

function inCyrillic(lower: string): string {
  let out = "";
  for (let at = 0; at < lower.length;) {
    const [latin, cyrillic] = WRITTEN.find(([latin]) => lower.startsWith(latin, at)) ?? [lower.charAt(at), ""];
    out += cyrillic;
    at += latin.length;
  }
  return out.replace(new RegExp(`ь\\?(?=${VOWEL})`, "gu"), "");
}

const letters = (word: string): string =>
  Array.from(word, (letter) => ALIKE.get(letter) ?? letter.replace(/[.*+?^${}()|[\]\\/-]/u, "\\$&")).join("");
