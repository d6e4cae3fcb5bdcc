import { decodeBytes } from "./charset";

type Word = { charset: string; bytes: Buffer; end: number };

/** Unstructured header text: raw 8-bit bytes guessed, RFC 2047 words decoded, also damaged, split or quoted ones. */
export function decodeHeaderText(raw: string, hint?: string | null): string {
  return decodeWords(decodeEightBit(raw, hint));
}

/** Bytes-as-latin1 to text; ASCII passes through untouched. */
export function decodeEightBit(raw: string, hint?: string | null): string {
  return /[\u0080-\u00ff]/.test(raw) || raw.includes("\u001b")
    ? decodeBytes(Buffer.from(raw, "latin1"), null, hint)
    : raw;
}

/** Decodes every RFC 2047 encoded word in `text`; neighbours of the same charset are joined before decoding. */
export function decodeWords(text: string): string {
  let at = text.indexOf("=?");
  if (at < 0) return text;
  const lastEnd = text.lastIndexOf("?=");
  let out = "";
  let copied = 0;
  while (at >= 0) {
    const word = readWord(text, at, lastEnd);
    if (!word) {
      if (at > lastEnd) break; // no later start can find an end either
      at = text.indexOf("=?", at + 2);
      continue;
    }
    out += text.slice(copied, at);
    const run = [word];
    for (;;) {
      const last = run[run.length - 1] ?? word;
      const gap = /^[ \t\r\n]*(?==\?)/.exec(text.slice(last.end, last.end + 200));
      const next = gap ? readWord(text, last.end + gap[0].length, lastEnd) : null;
      if (!next) break;
      run.push(next);
    }
    out += decodeRun(run);
    copied = run[run.length - 1]?.end ?? word.end;
    at = text.indexOf("=?", copied);
  }
  return out + text.slice(copied);
}

const MAX_WORD = 50_000;
const START = /^=\?([^?\s*]{1,60})(?:\*[^?\s]{0,20})?\?([bqBQ])\?/;

function readWord(text: string, at: number, lastEnd: number): Word | null {
  const start = START.exec(text.slice(at, at + 100));
  if (!start) return null;
  const from = at + start[0].length;
  const isBase64 = start[2] === "b" || start[2] === "B";
  let close = from > lastEnd ? -1 : text.indexOf("?=", from);
  // "=?utf-8?q?why?=3F?=": a question mark before an escaped one is payload, not the end.
  while (!isBase64 && close >= 0 && close < lastEnd && /^\?=[0-9A-F]{2}/.test(text.slice(close, close + 4))) {
    close = text.indexOf("?=", close + 2);
  }
  const cut = close < 0;
  const payload = text.slice(from, cut ? Math.min(text.length, from + MAX_WORD) : close);
  if (payload.length >= MAX_WORD || (cut && !/^[A-Za-z0-9+/=_-]+\s*$/.test(payload))) return null;
  const bytes = isBase64 ? decodeBase64Word(payload) : decodeQ(payload);
  return { charset: start[1] ?? "", bytes, end: cut ? text.length : close + 2 };
}

function decodeRun(words: Word[]): string {
  let out = "";
  for (let i = 0; i < words.length;) {
    const charset = words[i]?.charset ?? "";
    const bytes: Buffer[] = [];
    while (i < words.length && words[i]?.charset.toLowerCase() === charset.toLowerCase()) {
      bytes.push(words[i]?.bytes ?? Buffer.alloc(0));
      i++;
    }
    out += decodeBytes(bytes.length === 1 && bytes[0] ? bytes[0] : Buffer.concat(bytes), charset);
  }
  return out;
}

function decodeBase64Word(payload: string): Buffer {
  const groups = payload.split(/=+/).filter((group) => group !== "");
  return groups.length === 1
    ? Buffer.from(payload, "base64")
    : Buffer.concat(groups.map((group) => Buffer.from(group, "base64")));
}

function decodeQ(payload: string): Buffer {
  const text = /[\u0080-\uffff]/.test(payload) ? Buffer.from(payload, "utf8").toString("latin1") : payload;
  const plain = text.replace(/_/g, " ");
  return Buffer.from(
    plain.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    "latin1",
  );
}
