/** Undoes a Content-Transfer-Encoding; damage is skipped, an unknown encoding leaves the bytes as they are. */
export function decodeTransfer(bytes: Buffer, encoding: string): Buffer {
  switch (encoding) {
    case "base64":
      return decodeBase64(bytes);
    case "quoted-printable":
      return decodeQuotedPrintable(bytes);
    case "x-uuencode":
    case "uuencode":
    case "x-uue":
      return decodeUu(bytes);
    default:
      return bytes;
  }
}

function decodeBase64(bytes: Buffer): Buffer {
  const text = bytes.toString("latin1");
  const padding = text.indexOf("=");
  if (padding < 0 || !/[A-Za-z0-9+/]/.test(text.slice(padding, padding + 200))) return Buffer.from(text, "base64");
  // Several encoded pieces one after the other: Node stops at the first padding.
  return Buffer.concat(
    text
      .split(/=[=\s]*/)
      .filter((piece) => piece.trim() !== "")
      .map((piece) => Buffer.from(piece, "base64")),
  );
}

function decodeQuotedPrintable(bytes: Buffer): Buffer {
  if (!bytes.includes(0x3d)) return bytes;
  const out = Buffer.allocUnsafe(bytes.length);
  let to = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte !== 0x3d) {
      out[to++] = byte;
      continue;
    }
    const high = hexValue(bytes[i + 1]);
    const low = hexValue(bytes[i + 2]);
    if (high >= 0 && low >= 0) {
      out[to++] = high * 16 + low;
      i += 2;
      continue;
    }
    let end = i + 1;
    while (bytes[end] === 0x20 || bytes[end] === 0x09) end++;
    if (bytes[end] === 0x0d && bytes[end + 1] === 0x0a) i = end + 1;
    else if (bytes[end] === 0x0a || bytes[end] === 0x0d) i = end;
    else if (end >= bytes.length) i = end;
    else out[to++] = byte;
  }
  return out.subarray(0, to);
}

function hexValue(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

function decodeUu(bytes: Buffer): Buffer {
  const lines = bytes.toString("latin1").split(/\r?\n/);
  const begin = lines.findIndex((line) => /^begin [0-7]{3,4} /.test(line));
  if (begin < 0) return bytes;
  const out: Buffer[] = [];
  for (const line of lines.slice(begin + 1)) {
    const length = line === "" ? 0 : (line.charCodeAt(0) - 32) & 63;
    if (length === 0 || line === "end") break;
    const group = Buffer.alloc(Math.ceil((line.length - 1) / 4) * 3 + 3);
    for (let i = 1, to = 0; i < line.length; i += 4, to += 3) {
      const [a, b, c, d] = [0, 1, 2, 3].map((n) => ((line.charCodeAt(i + n) || 32) - 32) & 63) as [
        number,
        number,
        number,
        number,
      ];
      group[to] = (a << 2) | (b >> 4);
      group[to + 1] = ((b & 15) << 4) | (c >> 2);
      group[to + 2] = ((c & 3) << 6) | d;
    }
    out.push(group.subarray(0, length));
  }
  return Buffer.concat(out);
}
