export const MAX_SLUG = 80;
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const LATIN: Record<string, string> = Object.fromEntries(
  "а:a б:b в:v г:g д:d е:e ё:e ж:zh з:z и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ъ: ы:y ь: э:e ю:yu я:ya ß:ss æ:ae ø:o đ:d ł:l"
    .split(" ")
    .map((pair) => pair.split(":") as [string, string]),
);

/** Words as a part of an address: a to z, digits and hyphens, at most `MAX_SLUG`; empty when nothing of them remains. */
export function slugify(words: string): string {
  const latin = Array.from(words.toLowerCase().normalize("NFC"), (letter) => LATIN[letter] ?? letter).join("");
  const plain = latin
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[’']/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  if (plain.length <= MAX_SLUG) return plain;
  const cut = plain.slice(0, MAX_SLUG);
  const end = plain[MAX_SLUG] === "-" ? MAX_SLUG : cut.lastIndexOf("-");
  return (end > MAX_SLUG / 2 ? cut.slice(0, end) : cut).replace(/-+$/, "");
}
