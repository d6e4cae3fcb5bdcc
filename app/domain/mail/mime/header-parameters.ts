import { decodeBytes } from "./charset";
import { decodeEightBit, decodeWords } from "./encoded-words";

export type ParameterisedHeader = { value: string; parameters: Map<string, string> };

/** A Content-Type-like header: lower-case value, parameters with RFC 2231 pieces joined and RFC 2047 damage decoded. */
export function parseParameters(raw: string, hint?: string | null): ParameterisedHeader {
  const text = raw.slice(0, 65_536);
  const pieces = splitOutsideQuotes(text);
  const value = stripComments(pieces[0] ?? "")
    .trim()
    .toLowerCase();
  const plain = new Map<string, string>();
  const extended = new Map<string, { index: number; encoded: boolean; text: string }[]>();
  for (const piece of pieces.slice(1, 200)) {
    const equals = piece.indexOf("=");
    if (equals < 1) continue;
    const key = stripComments(piece.slice(0, equals)).trim().toLowerCase();
    const content = unquote(piece.slice(equals + 1).trim());
    const star = /^([^*]+)\*(?:(\d{1,4})(\*)?)?$/.exec(key);
    if (!star) {
      if (!plain.has(key)) plain.set(key, content);
      continue;
    }
    const name = star[1] ?? "";
    const list = extended.get(name) ?? [];
    list.push({ index: Number(star[2] ?? 0), encoded: star[2] === undefined || star[3] === "*", text: content });
    extended.set(name, list);
  }
  const parameters = new Map<string, string>();
  for (const [key, content] of plain) parameters.set(key, decodeWords(decodeEightBit(content, hint)));
  for (const [key, list] of extended) parameters.set(key, joinExtended(list, hint));
  return { value, parameters };
}

/** RFC 2231: pieces in order, the charset named once in front, only starred pieces percent-encoded. */
function joinExtended(list: { index: number; encoded: boolean; text: string }[], hint?: string | null): string {
  list.sort((a, b) => a.index - b.index);
  let charset = "";
  const bytes = list.map((piece, i) => {
    let text = piece.text;
    if (i === 0 && piece.encoded) {
      const named = /^([^']{0,60})'[^']{0,60}'/.exec(text);
      if (named) {
        charset = named[1] ?? "";
        text = text.slice(named[0].length);
      }
    }
    const decoded = piece.encoded
      ? text.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
      : text;
    return Buffer.from(decoded, "latin1");
  });
  return decodeWords(decodeBytes(Buffer.concat(bytes), charset || null, hint));
}

function splitOutsideQuotes(text: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (quoted && char === "\\") i++;
    else if (char === '"') quoted = !quoted;
    else if (char === ";" && !quoted) {
      pieces.push(text.slice(from, i));
      from = i + 1;
    }
  }
  pieces.push(text.slice(from));
  return pieces;
}

function unquote(text: string): string {
  if (!text.startsWith('"')) return stripComments(text).trim();
  const close = text.lastIndexOf('"');
  const inner = text.slice(1, close > 0 ? close : undefined);
  // A lone backslash before a letter is a Windows path, not an escape.
  return inner.replace(/\\(["\\])/g, "$1");
}

function stripComments(text: string): string {
  return text.includes("(") ? text.replace(/\([^()]*\)/g, " ") : text;
}
