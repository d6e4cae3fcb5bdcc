/** The upper half of code page 437, in which the format writes names that are not marked as UTF-8 (APPNOTE 6.3, D.1). */
const CP437 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";

/**
 * A file's name in a .zip. Unmarked names are UTF-8 all the same where they can be (macOS), Cyrillic of code page 866
 * where letters above ASCII stand in words (Russian Windows), else code page 437.
 */
export function decodeZipName(bytes: Uint8Array, utf8: boolean): string {
  try {
    return new TextDecoder("utf-8", { fatal: !utf8 }).decode(bytes);
  } catch {
    return inWords(bytes) ? new TextDecoder("ibm866").decode(bytes) : decode437(bytes);
  }
}

const isCyrillic866 = (byte: number) => (byte >= 0x80 && byte <= 0xaf) || (byte >= 0xe0 && byte <= 0xf1);

function inWords(bytes: Uint8Array): boolean {
  const high = bytes.filter((byte) => byte >= 0x80);
  let pairs = 0;
  for (let i = 1; i < bytes.length; i++) if (bytes[i]! >= 0x80 && bytes[i - 1]! >= 0x80) pairs++;
  return high.every(isCyrillic866) && pairs * 2 >= high.length;
}

const decode437 = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : (CP437[byte - 0x80] ?? "?"))).join("");
