import { Readable } from "node:stream";
import type { MailFields } from "./mail-fields";

const CHUNK_BYTES = 1024 * 1024;

/** The mail's bytes in pieces that are not copied, with CRLF line ends and without the fields that are left out. */
export function streamMail(bytes: Buffer, mail: MailFields, leaveOut: ReadonlySet<number>): Readable {
  return Readable.from(piecesOf(bytes, mail, leaveOut));
}

function* piecesOf(bytes: Buffer, mail: MailFields, leaveOut: ReadonlySet<number>): Generator<Buffer> {
  if (leaveOut.size === 0) {
    yield withCrlf(bytes.subarray(0, mail.bodyAt), 0);
  } else {
    const kept = mail.fields.filter((_, place) => !leaveOut.has(place));
    yield withCrlf(Buffer.concat([...kept.map(({ from, to }) => bytes.subarray(from, to)), Buffer.from("\r\n")]), 0);
  }
  for (let at = mail.bodyAt; at < bytes.length; at += CHUNK_BYTES) {
    yield withCrlf(bytes.subarray(at, at + CHUNK_BYTES), bytes[at - 1] ?? 0);
  }
}

/** Mail by pipe and some programs end lines with LF alone; what was signed ended them with CRLF. */
function withCrlf(chunk: Buffer, before: number): Buffer {
  for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) {
    if ((at === 0 ? before : chunk[at - 1]) === 13) continue;
    const text = chunk.toString("latin1");
    const first = before === 13 && text.startsWith("\n") ? "\n" : "";
    return Buffer.from(first + text.slice(first.length).replace(/(?<!\r)\n/g, "\r\n"), "latin1");
  }
  return chunk;
}
