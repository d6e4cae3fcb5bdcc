export type ImageSize = { width: number; height: number };

/**
 * Width and height in pixels from the header of a PNG, JPEG, GIF, WebP or AVIF (RFC 2083, ISO 10918-1, GIF89a, RFC 9649,
 * ISO 23008-12); null when the bytes are none of them or say no size.
 */
export function imageSize(bytes: Uint8Array): ImageSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const size = pngSize(view) ?? gifSize(view) ?? webpSize(view) ?? avifSize(view) ?? jpegSize(view);
    return size && size.width > 0 && size.height > 0 ? size : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const text = (view: DataView, at: number, length: number): string =>
  String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset + at, length));

const pngSize = (view: DataView): ImageSize | null =>
  text(view, 1, 3) === "PNG" && text(view, 12, 4) === "IHDR"
    ? { width: view.getUint32(16), height: view.getUint32(20) }
    : null;

const gifSize = (view: DataView): ImageSize | null =>
  text(view, 0, 4) === "GIF8" ? { width: view.getUint16(6, true), height: view.getUint16(8, true) } : null;

function webpSize(view: DataView): ImageSize | null {
  if (text(view, 0, 4) !== "RIFF" || text(view, 8, 4) !== "WEBP") return null;
  const kind = text(view, 12, 4);
  const three = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
  if (kind === "VP8X") return { width: three(24) + 1, height: three(27) + 1 };
  if (kind === "VP8 ") return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (kind !== "VP8L") return null;
  const bits = view.getUint32(21, true);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

/** The first image spatial extents property (`ispe`) is that of the picture itself or of its largest tile. */
function avifSize(view: DataView): ImageSize | null {
  if (text(view, 4, 4) !== "ftyp") return null;
  const end = Math.min(view.byteLength - 16, 4_096);
  let largest: ImageSize | null = null;
  for (let at = 0; at < end; at++) {
    if (view.getUint32(at) !== 0x69737065) continue;
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (!largest || size.width * size.height > largest.width * largest.height) largest = size;
  }
  return largest;
}

/** Walks from marker to marker to the frame header. */
function jpegSize(view: DataView): ImageSize | null {
  if (view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at < view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}
