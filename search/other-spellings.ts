import { isCyrillic } from "./words";

const KEYS = { latin: "qwertyuiopasdfghjklzxcvbnm", cyrillic: "йцукенгшщзфывапролдячсмить" };

const pairs = (text: string) => text.split(" ").map((pair): [string, string] => [pair.charAt(0), pair.slice(1)]);

/** Cyrillic letters as names are written in Latin ones. */
const LATIN = new Map(
  pairs("аa бb вv гg дd еe жzh зz иi йy кk лl мm нn оo пp рr сs тt уu фf хh цts чch шsh щsch ъ ыy ь эe юyu яya"),
);
/** Latin letters in which Russian is written without a Russian keyboard; the longest first. */
const CYRILLIC = pairs(
  "щshch щsch шsh чch жzh хkh цts юyu юju яya яja еyo еjo еye аa бb вv гg дd еe зz иi йj кk лl мm нn оo пp рr сs тt уu фf хh цc ыy вw кq",
);

/**
 * What an unknown word, folded, may be in other letters: typed on the other keyboard (ghbdtn is привет), a name in
 * Cyrillic letters (хероку), Russian in Latin ones (oplata), э for е.
 */
export function otherSpellings(word: string): string[] {
  const spellings = isCyrillic(word)
    ? [typedAs(word, KEYS.cyrillic, KEYS.latin), toLatin(word), word.replaceAll("э", "е"), word.replace("е", "э")]
    : [typedAs(word, KEYS.latin, KEYS.cyrillic), toCyrillic(word)];
  return [...new Set(spellings)].filter((one) => one !== "" && one !== word);
}

function typedAs(word: string, from: string, to: string): string {
  const letters = [...word].map((letter) => to[from.indexOf(letter)]);
  return letters.every((letter) => letter !== undefined) ? letters.join("") : "";
}

const toLatin = (word: string) => [...word].map((letter) => LATIN.get(letter) ?? letter).join("");

function toCyrillic(word: string): string {
  let text = "";
  for (let at = 0; at < word.length;) {
    const found = CYRILLIC.find(([, latin]) => word.startsWith(latin, at));
    if (!found) return "";
    text += found[0];
    at += found[1].length;
  }
  return text;
}
