import { parseHeaderBlock, type HeaderField } from "./header-block";
import { parseParameters, type ParameterisedHeader } from "./header-parameters";
import { mailLimits } from "./limits";
import { MailUnreadable } from "./mail-unreadable";

/** One MIME entity: `body` is still transfer-encoded; `children` only for a multipart whose boundary was found. */
export type MimePart = {
  fields: HeaderField[];
  contentType: ParameterisedHeader;
  body: Buffer;
  children: MimePart[];
};

/**
 * Splits a message (RFC 5322, RFC 2046) without decoding bodies. An attached message/rfc822 stays one leaf.
 * Throws MailUnreadable beyond the limits, before any work that grows with the damage.
 */
export function parseMimeTree(bytes: Buffer): MimePart {
  if (bytes.length > mailLimits.bytes) throw new MailUnreadable("too-large");
  const counter = { parts: 0 };
  return readPart(withLineFeeds(skipPreface(bytes)), mailLimits.headerBytes, 0, counter, "text/plain");
}

function readPart(
  bytes: Buffer,
  headerLimit: number,
  depth: number,
  counter: { parts: number },
  fallbackType: string,
): MimePart {
  if (depth > mailLimits.depth) throw new MailUnreadable("too-deep");
  if (++counter.parts > mailLimits.parts) throw new MailUnreadable("too-many-parts");
  const head = bytes.subarray(0, headerEnd(bytes));
  if (head.length > headerLimit) throw new MailUnreadable("headers-too-large");
  const { fields, bodyAt } = parseHeaderBlock(head.toString("latin1"));
  const body = bytes.subarray(bodyAt);
  const rawType = fields.find((field) => field.name === "content-type")?.raw;
  let contentType = parseParameters(rawType ?? fallbackType);
  if (!/^[a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+$/.test(contentType.value)) {
    // RFC 2045 5.2: what cannot be understood is plain text; "text" alone is common.
    contentType = { ...contentType, value: depth === 0 || contentType.value === "text" ? "text/plain" : fallbackType };
  }
  const boundary = contentType.parameters.get("boundary");
  if (!contentType.value.startsWith("multipart/") || !boundary) return { fields, contentType, body, children: [] };
  const childType = contentType.value === "multipart/digest" ? "message/rfc822" : "text/plain";
  const children = splitByBoundary(body, boundary, counter).map((piece) =>
    readPart(piece, mailLimits.partHeaderBytes, depth + 1, counter, childType),
  );
  return { fields, contentType, body, children };
}

/** Bodies between the delimiter lines; the end may be missing; trailing white space on a delimiter is allowed. */
function splitByBoundary(body: Buffer, boundary: string, counter: { parts: number }): Buffer[] {
  const delimiter = Buffer.from(`--${boundary.trimEnd()}`, "latin1");
  const pieces: Buffer[] = [];
  let start = -1;
  for (let at = body.indexOf(delimiter); at >= 0; at = body.indexOf(delimiter, at + delimiter.length)) {
    if (at > 0 && body[at - 1] !== 0x0a) continue;
    let end = at + delimiter.length;
    const closing = body[end] === 0x2d && body[end + 1] === 0x2d;
    if (closing) end += 2;
    while (body[end] === 0x20 || body[end] === 0x09) end++;
    if (end < body.length && body[end] !== 0x0d && body[end] !== 0x0a) continue;
    if (start >= 0) pieces.push(body.subarray(start, beforeLineEnd(body, start, at)));
    if (counter.parts + pieces.length > mailLimits.parts) throw new MailUnreadable("too-many-parts");
    start = -1;
    if (closing) break;
    const newline = body.indexOf(0x0a, end);
    start = newline < 0 ? body.length : newline + 1;
  }
  if (start >= 0 && start < body.length) pieces.push(body.subarray(start));
  return pieces;
}

/** The line end before a delimiter belongs to the delimiter (RFC 2046 5.1.1). */
function beforeLineEnd(body: Buffer, start: number, at: number): number {
  let end = at;
  if (end > start && body[end - 1] === 0x0a) end--;
  if (end > start && body[end - 1] === 0x0d) end--;
  return end;
}

function headerEnd(bytes: Buffer): number {
  if (bytes[0] === 0x0a) return 1;
  if (bytes[0] === 0x0d && bytes[1] === 0x0a) return 2;
  const bare = bytes.indexOf("\n\n");
  const crlf = bytes.subarray(0, bare < 0 ? bytes.length : bare).indexOf("\n\r\n");
  if (crlf >= 0) return crlf + 3;
  return bare < 0 ? bytes.length : bare + 2;
}

/** Blank lines, a byte order mark and an mbox "From " line before the first field are no part of the message. */
function skipPreface(bytes: Buffer): Buffer {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (bytes[at] === 0x0a || bytes[at] === 0x0d) at++;
  if (/^>?From [^\s:]+ [^\n]*\d/.test(bytes.subarray(at, at + 300).toString("latin1"))) {
    const newline = bytes.indexOf(0x0a, at);
    if (newline >= 0) at = newline + 1;
  }
  return bytes.subarray(at);
}

/** A message whose line ends are all bare CR (old Macintosh) is read as if they were LF. */
function withLineFeeds(bytes: Buffer): Buffer {
  if (bytes.includes(0x0a) || !bytes.includes(0x0d)) return bytes;
  return Buffer.from(bytes.toString("latin1").replaceAll("\r", "\n"), "latin1");
}
