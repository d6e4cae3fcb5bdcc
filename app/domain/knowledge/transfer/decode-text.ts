import { type Note, problem } from "./transfer-file";

/** What Windows programs write where they do not write Unicode. */
const CODE_PAGES: Record<string, string> = { ru: "windows-1251", ro: "windows-1250" };
const WESTERN = "windows-1252";

/**
 * A file's text without its byte order mark, with "\n" at line ends. UTF-8, UTF-16 with its mark, what `declared` names;
 * else the Windows code page of the language, which is said. A file with NULs is no text.
 */
export function decodeText(
  bytes: Uint8Array,
  { locale, declared }: { locale?: string; declared?: string | null } = {},
): { text: string; notes: Note[] } {
  const { text, notes } = decode(bytes, locale, declared);
  if (text.includes("\0")) throw problem("transfer:error.notText");
  return { text: text.replace(/\r\n?/g, "\n"), notes };
}

function decode(bytes: Uint8Array, locale: string | undefined, declared: string | null | undefined) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder("utf-16le").decode(bytes), notes: [] };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder("utf-16be").decode(bytes), notes: [] };
  const unicode = decodeAs(bytes, "utf-8");
  if (unicode !== null) return { text: unicode, notes: [] };
  const named = declared && !/^utf-?8$/i.test(declared) ? decodeAs(bytes, declared) : null;
  if (named !== null) return { text: named, notes: [] };
  const encoding = CODE_PAGES[locale ?? ""] ?? WESTERN;
  const text = locale ? decodeAs(bytes, encoding) : null;
  if (text === null || text.includes("\0")) throw problem("transfer:error.encoding");
  return { text, notes: [{ code: "transfer:warning.encoding", params: { encoding } }] };
}

/** Null where a byte has no meaning in the encoding, or the encoding is unknown. */
function decodeAs(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
