const LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

/** RFC 4648 base32 without padding, in lower case: survives systems that change the case of a local part. */
export function toBase32(bytes: Uint8Array): string {
  let text = "";
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += LETTERS[(held >> bits) & 31];
    }
  }
  return bits ? text + LETTERS[(held << (5 - bits)) & 31] : text;
}

/** The bytes again, in either case; null when a letter is none of the alphabet or the spare bits are not zero. */
export function fromBase32(text: string): Uint8Array | null {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const letter of text.toLowerCase()) {
    const value = LETTERS.indexOf(letter);
    if (value < 0) return null;
    held = ((held << 5) | value) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((held >> bits) & 255);
    }
  }
  return held & ((1 << bits) - 1) ? null : Uint8Array.from(bytes);
}
