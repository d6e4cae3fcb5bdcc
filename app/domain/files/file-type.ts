const IMAGES = ["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"];
const OPAQUE = "application/octet-stream";
/** What a browser could run as a page of ours; stored as mere bytes whatever it was called. */
const ACTIVE = /html|xml|svg|javascript|ecmascript|xslt|mathml|multipart|message|flash|x-shockwave/;

/** A type that the bytes themselves show: PNG, JPEG, GIF, WebP, AVIF (RFC 2083, ISO 10918 …) or PDF; else null. */
export function sniffType(bytes: Uint8Array): string | null {
  const at = (offset: number, ...expected: number[]) => expected.every((byte, i) => bytes[offset + i] === byte);
  const text = (offset: number, length: number) => String.fromCharCode(...bytes.subarray(offset, offset + length));
  if (at(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "image/png";
  if (at(0, 0xff, 0xd8, 0xff)) return "image/jpeg";
  if (text(0, 6) === "GIF87a" || text(0, 6) === "GIF89a") return "image/gif";
  if (text(0, 4) === "RIFF" && text(8, 4) === "WEBP") return "image/webp";
  if (text(4, 4) === "ftyp" && /avi[fs]/.test(text(8, 24))) return "image/avif";
  if (text(0, 5) === "%PDF-") return "application/pdf";
  return null;
}

/** The type to store: what the bytes show, else what was claimed unless a browser could run it or it is a false image. */
export function fileType(bytes: Uint8Array, claimed: string): string {
  const seen = sniffType(bytes);
  if (seen) return seen;
  const type = claimed.split(";")[0]!.trim().toLowerCase();
  if (!/^[a-z]+\/[a-z0-9.+-]{1,80}$/.test(type) || ACTIVE.test(type)) return OPAQUE;
  return IMAGES.includes(type) || type === "application/pdf" ? OPAQUE : type;
}

/** May be shown by a browser from our own address. */
export const isSafeImage = (type: string): boolean => IMAGES.includes(type);
