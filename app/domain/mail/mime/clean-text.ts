// C0 and C1 controls, line and paragraph separators, zero-width space, byte order mark, and the bidirectional
// embeddings, overrides and isolates that make "exe.fdp" read as "pdf.exe". ZWJ and ZWNJ stay: emoji and Persian.
const CONTROLS = /[\p{Cc}\u2028\u2029]+/gu;
const INVISIBLE = /[\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** One harmless line for names and subjects: no CR, LF, control or bidi override characters; cut at `max` characters. */
export function cleanLine(text: string, max: number): string {
  const line = text.toWellFormed().replace(CONTROLS, " ").replace(INVISIBLE, "").replace(/ {2,}/g, " ").trim();
  return line.length <= max ? line : line.slice(0, max).toWellFormed().trimEnd();
}

/** Body text with LF line ends, without NUL (which PostgreSQL text cannot hold) and without lone surrogates. */
export function cleanBody(text: string): string {
  const noNul = text.includes("\0") ? text.replaceAll("\0", "") : text;
  return (noNul.includes("\r") ? noNul.replace(/\r\n?/g, "\n") : noNul).toWellFormed();
}

/** A file name without folders, controls or bidi tricks, never "." or ".."; null when nothing is left. */
export function cleanFileName(text: string, max: number): string | null {
  const base = cleanLine(text, 4 * max).replace(/^.*[/\\]/, "");
  const name = base
    .replace(/[<>:"|?*]/g, "_")
    .replace(/^[. ]+/, "")
    .replace(/[. ]+$/, "");
  if (name === "") return null;
  if (name.length <= max) return name;
  const dot = name.lastIndexOf(".");
  const ending = dot > 0 && name.length - dot <= 12 ? name.slice(dot) : "";
  return name.slice(0, max - ending.length).toWellFormed() + ending;
}
