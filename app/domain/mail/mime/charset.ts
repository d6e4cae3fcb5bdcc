const ASCII = /^(?:us-?ascii|ascii|ansi_x3\.4-\d+|iso646-us|646|7-?bit)$/;
const ALIASES: Record<string, string> = {
  utf8: "utf-8",
  "utf-8mb4": "utf-8",
  "unicode-1-1-utf-8": "utf-8",
  latin1: "iso-8859-1",
  "latin-1": "iso-8859-1",
  ansi: "windows-1252",
  cp932: "shift_jis",
  "cp-932": "shift_jis",
  cp936: "gbk",
  cp949: "euc-kr",
  cp950: "big5",
  cp50220: "iso-2022-jp",
  cp50221: "iso-2022-jp",
  "iso-2022-jp-1": "iso-2022-jp",
  "iso-2022-jp-ms": "iso-2022-jp",
  koi8r: "koi8-r",
  koi8u: "koi8-u",
  "koi8-ru": "koi8-u",
  macroman: "macintosh",
  "x-mac-roman": "macintosh",
  maccyrillic: "x-mac-cyrillic",
  "utf-16": "utf-16le",
  "ucs-2": "utf-16le",
};

/**
 * Decodes bytes of a mail and never throws: a wrong or unknown label is repaired from the bytes themselves
 * (UTF-8 when valid, else `hint`, else windows-1251, KOI8-R, ISO 8859-2 or windows-1252 by letter statistics).
 */
export function decodeBytes(bytes: Uint8Array, label?: string | null, hint?: string | null): string {
  const name = normaliseLabel(label);
  const plain = isAscii(bytes);
  if (plain && !hasEscape(bytes) && (name === "" || !/^(?:utf-?16|utf-?7|hz)/.test(name))) return latin1(bytes);
  if (name === "utf-7" || name === "unicode-1-1-utf-7") return decodeUtf7(latin1(bytes));
  if (name === "" || ASCII.test(name)) return guess(bytes, hint);
  if (name === "utf-8") return decodeDoubtfulUtf8(bytes, hint);
  // Text in ISO 8859-1 or windows-1252 is practically never valid UTF-8 by chance.
  if (name === "iso-8859-1" || name === "windows-1252")
    return strictUtf8(bytes) ?? decodeAs(bytes, "windows-1252") ?? "";
  return decodeAs(bytes, name) ?? guess(bytes, hint);
}

function normaliseLabel(label: string | null | undefined): string {
  const raw = (label ?? "")
    .trim()
    .toLowerCase()
    .replace(/^["'\s]+|["'\s;]+$/g, "")
    .slice(0, 60);
  const iso = /^(?:x-)?iso[-_ ]?8859[-_ ]?(\d{1,2})\b/.exec(raw) ?? /^8859[-_](\d{1,2})$/.exec(raw);
  if (iso && !raw.endsWith("-i")) return `iso-8859-${iso[1]}`;
  const windows = /^(?:x-)?(?:win(?:dows)?|cp|ms)[-_ ]?(125[0-8]|874)$/.exec(raw);
  if (windows) return `windows-${windows[1]}`;
  return ALIASES[raw] ?? raw;
}

const decoders = new Map<string, TextDecoder | null>();

function decodeAs(bytes: Uint8Array, name: string): string | null {
  let decoder = decoders.get(name);
  if (decoder === undefined) {
    try {
      decoder = new TextDecoder(name, { ignoreBOM: false });
    } catch {
      decoder = null; // a label that is no encoding; remembered only while few, because labels come from outside
    }
    if (decoders.size < 200) decoders.set(name, decoder);
  }
  return decoder?.decode(bytes) ?? null;
}

const fatalUtf8 = new TextDecoder("utf-8", { fatal: true });

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return fatalUtf8.decode(bytes);
  } catch {
    return null;
  }
}

/** Declared UTF-8: a few damaged characters stay damaged; when most are, the declaration was wrong. */
function decodeDoubtfulUtf8(bytes: Uint8Array, hint?: string | null): string {
  const strict = strictUtf8(bytes);
  if (strict !== null) return strict;
  const loose = decodeAs(bytes, "utf-8") ?? "";
  let broken = 0;
  let whole = 0;
  for (let i = 0; i < loose.length; i++) {
    const code = loose.charCodeAt(i);
    if (code === 0xfffd) broken++;
    else if (code > 0x7f) whole++;
  }
  return broken > whole ? guess(bytes, hint) : loose;
}

function guess(bytes: Uint8Array, hint?: string | null): string {
  if (hasEscape(bytes) && isAscii(bytes)) return decodeAs(bytes, "iso-2022-jp") ?? latin1(bytes);
  const utf8 = strictUtf8(bytes);
  if (utf8 !== null) return utf8;
  const hinted = normaliseLabel(hint);
  if (hinted !== "" && hinted !== "utf-8" && !ASCII.test(hinted)) {
    const text = decodeAs(bytes, hinted);
    if (text !== null && !text.includes("\ufffd")) return text;
  }
  return decodeAs(bytes, guessSingleByte(bytes)) ?? latin1(bytes);
}

// Bytes that are letters in ISO 8859-2 (ş ţ Ş Ţ ł ą ś ź ż ť) but signs or rare letters in windows-1252.
const CENTRAL = new Set([0xba, 0xfe, 0xaa, 0xde, 0xb3, 0xb1, 0xb6, 0xbc, 0xbf, 0xbb]);
// à ò ù ì ñ ê: letters of Western languages whose ISO 8859-2 readings (ŕ ň ů ě ń ę) are rarer in mail that reaches us.
const WESTERN = new Set([0xe0, 0xf2, 0xf9, 0xec, 0xf1]);

function guessSingleByte(bytes: Uint8Array): string {
  const end = Math.min(bytes.length, 65_536);
  let lowerHalf = 0;
  let upperHalf = 0;
  let inRuns = 0;
  let high = 0;
  let run = 0;
  let central = 0;
  let western = 0;
  let controls = 0;
  for (let i = 0; i < end; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) {
      run = 0;
      continue;
    }
    high++;
    run = byte >= 0xc0 ? run + 1 : 0;
    if (run === 3) inRuns += 3;
    else if (run > 3) inRuns++;
    if (byte >= 0xe0) upperHalf++;
    else if (byte >= 0xc0) lowerHalf++;
    else if (byte < 0xa0) controls++;
    if (CENTRAL.has(byte) && (isLetter(bytes[i - 1]) || isLetter(bytes[i + 1]))) central++;
    if (byte === 0xe3 && bytes[i + 1] !== 0x6f && bytes[i + 1] !== 0x65) central += 0.5;
    if (WESTERN.has(byte)) western++;
  }
  if (inRuns * 2 > high) return upperHalf >= lowerHalf ? "windows-1251" : "koi8-r";
  if (central > western) return controls > 0 ? "windows-1250" : "iso-8859-2";
  return "windows-1252";
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
}

function isAscii(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if ((bytes[i] ?? 0) > 0x7f) return false;
  return true;
}

function hasEscape(bytes: Uint8Array): boolean {
  return bytes.includes(0x1b);
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

/** RFC 2152: "+" base64 of UTF-16BE "-". */
function decodeUtf7(text: string): string {
  return text.replace(/\+([A-Za-z0-9+/]*)-?/g, (_, run: string) => {
    if (run === "") return "+";
    const bytes = Buffer.from(run, "base64");
    return bytes
      .subarray(0, bytes.length & ~1)
      .swap16()
      .toString("utf16le");
  });
}
