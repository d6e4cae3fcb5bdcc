const MAX = 200;
// Path parts, characters that file systems refuse, control characters, and marks that turn the reading direction.
const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff<>:"|?*\\/]+/gu;

/** A name that is safe to store, show and download as: no path, no control or bidi characters, at most 200 long. */
export function safeFileName(raw: string): string {
  const base = raw.toWellFormed().normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const clean = base
    .replace(UNSAFE, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^\.+/, "")
    .replace(/[. ]+$/, "");
  return shorten(clean) || "file";
}

/** Cuts the middle and keeps the ending, by which people know what a file is. */
function shorten(name: string): string {
  const letters = [...name];
  if (name.length <= MAX) return name;
  const ending = /\.[^. ]{1,12}$/.exec(name)?.[0] ?? "";
  let head = letters.join("").slice(0, MAX - ending.length - 1);
  head = head
    .toWellFormed()
    .replace(/\ufffd$/, "")
    .trimEnd();
  return `${head}…${ending}`;
}
