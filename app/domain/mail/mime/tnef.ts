import { mailLimits } from "./limits";

/** What Outlook packed into winmail.dat (MS-OXTNEF). Names and types are as written; contents are views of the bytes. */
export type Tnef = {
  text: Buffer | string | null;
  html: Buffer | string | null;
  /** Windows code page of texts that are not Unicode. */
  codepage: number | null;
  files: { name: Buffer | string | null; type: string | null; contentId: string | null; content: Buffer }[];
};

const SIGNATURE = 0x223e9f78;
const BODY = 0x0002800c;
const CODEPAGE = 0x00069007;
const MESSAGE_PROPERTIES = 0x00069003;
const ATTACHMENT_STARTS = 0x00069002;
const ATTACHMENT_TITLE = 0x00018010;
const ATTACHMENT_DATA = 0x0006800f;
const ATTACHMENT_PROPERTIES = 0x00069005;

type OpenFile = { name: Buffer | string | null; type: string | null; contentId: string | null; content: Buffer | null };

/** Reads a TNEF stream; null when it is none or broken before anything was found. Never reads beyond the bytes. */
export function readTnef(bytes: Buffer): Tnef | null {
  if (bytes.length < 6 || bytes.readUInt32LE(0) !== SIGNATURE) return null;
  const found: Tnef = { text: null, html: null, codepage: null, files: [] };
  let open: OpenFile | null = null;
  const close = () => {
    if (open?.content) found.files.push({ ...open, content: open.content });
    open = null;
  };
  for (let at = 6; at + 9 <= bytes.length && found.files.length < mailLimits.parts;) {
    const id = bytes.readUInt32LE(at + 1);
    const length = bytes.readUInt32LE(at + 5);
    const data = bytes.subarray(at + 9, at + 9 + length);
    if (data.length < length) break;
    at += 9 + length + 2;
    if (id === BODY) found.text ??= withoutNul(data);
    else if (id === CODEPAGE && length >= 4) found.codepage = data.readUInt32LE(0);
    else if (id === MESSAGE_PROPERTIES) readMessage(data, found);
    else if (id === ATTACHMENT_STARTS) {
      close();
      open = { name: null, type: null, contentId: null, content: null };
    } else if (open) readFilePart(id, data, open);
  }
  close();
  return found.text || found.html || found.files.length > 0 ? found : null;
}

function readMessage(data: Buffer, found: Tnef): void {
  for (const { id, type, value } of properties(data)) {
    const words = () => (type === UNICODE ? unicode(value) : withoutNul(value));
    if (id === 0x1000) found.text = words();
    if (id === 0x1013) found.html = words();
  }
}

function readFilePart(id: number, data: Buffer, file: OpenFile): void {
  if (id === ATTACHMENT_TITLE) file.name ??= withoutNul(data);
  else if (id === ATTACHMENT_DATA) file.content ??= data;
  else if (id === ATTACHMENT_PROPERTIES) {
    for (const { id: property, type, value } of properties(data)) {
      const word = () => (type === UNICODE ? unicode(value) : withoutNul(value).toString("latin1"));
      if (property === 0x3707) file.name = type === UNICODE ? unicode(value) : withoutNul(value);
      else if (property === 0x370e) file.type = word().toLowerCase();
      else if (property === 0x3712) file.contentId = word().replace(/^<|>$/g, "");
      // An embedded message stands behind the 16 octets that name its interface; it stays packed as it is.
      else if (property === 0x3701) file.content = type === OBJECT ? value.subarray(16) : value;
    }
  }
}

const OBJECT = 0x0d;
const STRING8 = 0x1e;
const UNICODE = 0x1f;
const BINARY = 0x102;
/** Octets of a value by its type (MS-OXCDATA, 2.11.1), filled up to four. */
const FIXED = new Map([
  [0x02, 4],
  [0x03, 4],
  [0x04, 4],
  [0x05, 8],
  [0x06, 8],
  [0x07, 8],
  [0x0a, 4],
  [0x0b, 4],
  [0x14, 8],
  [0x40, 8],
  [0x48, 16],
]);

/** MAPI properties of one value; the walk ends where the bytes make no sense. */
function* properties(data: Buffer): Generator<{ id: number; type: number; value: Buffer }> {
  if (data.length < 4) return;
  const count = data.readUInt32LE(0);
  let at = 4;
  const number = () => {
    if (at + 4 > data.length) return null;
    at += 4;
    return data.readUInt32LE(at - 4);
  };
  for (let n = 0; n < count && at + 4 <= data.length; n++) {
    const tag = data.readUInt32LE(at);
    at += 4;
    const id = tag >>> 16;
    const type = tag & 0x0fff;
    if (id >= 0x8000) {
      at += 16;
      const kind = number();
      const rest = number();
      if (kind === null || rest === null) return;
      if (kind === 1) at += padded(rest);
    }
    const varies = type === STRING8 || type === UNICODE || type === BINARY || type === OBJECT;
    const values = varies || tag & 0x1000 ? number() : 1;
    if (values === null) return;
    for (let each = 0; each < values; each++) {
      const length = varies ? number() : (FIXED.get(type) ?? null);
      if (length === null || at + length > data.length) return;
      if (each === 0) yield { id, type, value: data.subarray(at, at + length) };
      at += padded(length);
    }
  }
}

const padded = (length: number) => Math.ceil(length / 4) * 4;

const unicode = (value: Buffer) => value.toString("utf16le").replace(/\0+$/, "");

function withoutNul(value: Buffer): Buffer {
  let end = value.length;
  while (end > 0 && value[end - 1] === 0) end--;
  return value.subarray(0, end);
}
