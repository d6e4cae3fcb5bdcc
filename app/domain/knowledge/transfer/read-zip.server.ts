import { crc32, inflateRawSync } from "node:zlib";
import { cleanPath, isJunk } from "./file-path";
import { transferLimits } from "./limits";
import { problem, type TransferFile } from "./transfer-file";
import { decodeZipName } from "./zip-name";

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const MEGABYTE = 1_000_000;

type Entry = {
  path: string;
  encrypted: boolean;
  method: number;
  crc: number;
  packed: number;
  size: number;
  localAt: number;
};

/**
 * The files of a .zip (APPNOTE 6.3, without ZIP64 and encryption), by path. Sizes are believed only as upper bounds:
 * nothing is unpacked beyond them, and the whole stays within `transferLimits`. Folders, links to files and what systems
 * leave behind are left out; a path that leads out of the folder, or a damaged file, refuses the whole.
 */
export function readZip(bytes: Uint8Array): TransferFile[] {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readEntries(zip);
  let total = 0;
  for (const { path, size, packed, encrypted } of entries) {
    if (encrypted) throw problem("transfer:error.zipEncrypted", { path });
    if (size > MEGABYTE && size > packed * transferLimits.ratio) throw problem("transfer:error.zipBomb", { path });
    total += size;
  }
  if (total > transferLimits.total)
    throw problem("transfer:error.tooLarge", { limit: transferLimits.total / MEGABYTE });
  return entries.map((entry) => ({ path: entry.path, bytes: unpack(zip, entry) }));
}

function readEntries(zip: Buffer): Entry[] {
  const end = findEnd(zip);
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  if (count === 0xffff || at === 0xffffffff) throw problem("transfer:error.tooMany", { limit: transferLimits.files });
  const entries: Entry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== ENTRY) throw problem("transfer:error.zip");
    const nameLength = zip.readUInt16LE(at + 28);
    const flags = zip.readUInt16LE(at + 8);
    const raw = decodeZipName(zip.subarray(at + 46, at + 46 + nameLength), (flags & 0x800) !== 0);
    // The upper half of the external attributes is Unix's mode: a link's content is an address, not a file.
    const isLink = zip.readUInt32LE(at + 38) >>> 28 === 0xa;
    if (!raw.endsWith("/") && !isLink) {
      const path = cleanPath(raw);
      if (path === null) throw problem("transfer:error.path", { path: raw.slice(0, 200) });
      if (!isJunk(path)) {
        entries.push({
          path,
          encrypted: (flags & 1) !== 0,
          method: zip.readUInt16LE(at + 10),
          crc: zip.readUInt32LE(at + 16),
          packed: zip.readUInt32LE(at + 20),
          size: zip.readUInt32LE(at + 24),
          localAt: zip.readUInt32LE(at + 42),
        });
      }
    }
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  if (entries.length > transferLimits.files) throw problem("transfer:error.tooMany", { limit: transferLimits.files });
  return entries;
}

/** The end record is the last thing but a comment of at most 65,535 bytes. */
function findEnd(zip: Buffer): number {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 22 - 0xffff); at--)
    if (zip.readUInt32LE(at) === END) return at;
  throw problem("transfer:error.zip");
}

function unpack(zip: Buffer, { path, localAt, packed, size, method, crc }: Entry): Uint8Array {
  if (localAt + 30 > zip.length || zip.readUInt32LE(localAt) !== LOCAL) throw problem("transfer:error.zip");
  const start = localAt + 30 + zip.readUInt16LE(localAt + 26) + zip.readUInt16LE(localAt + 28);
  const data = zip.subarray(start, start + packed);
  const bytes = method === 0 ? data : method === 8 ? inflate(data, size) : null;
  if (!bytes) throw problem("transfer:error.zipFile", { path });
  if (bytes.length !== size || crc32(bytes) !== crc) throw problem("transfer:error.zipFile", { path });
  return bytes;
}

function inflate(data: Buffer, size: number): Buffer | null {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, size) });
  } catch {
    return null;
  }
}
