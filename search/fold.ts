const LETTERS: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};
/** Letters that stay as they are. */
const PLAIN = /^[a-z0-9а-я]*$/;
const BREVE_I = /и\u0306/g;

/**
 * The form in which words are compared: lower case, without accents (ё is е, ș and ş are s), without anything that is
 * neither letter nor digit. The Cyrillic й is a letter of its own and stays. Folding twice changes nothing.
 */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFKD")
    .replace(BREVE_I, "й")
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .replace(/[ßæœøłđðþı]/g, (letter) => LETTERS[letter] ?? letter);
}

/** How a word is spelled for a stemmer: lower case with its accents, ș and ț always with the comma. */
export function spell(word: string): string {
  const lower = word.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return word.normalize("NFC").toLowerCase().replaceAll("ş", "ș").replaceAll("ţ", "ț").replaceAll("ё", "е");
}
