import { createHash } from "node:crypto";
import { cleanFileName, cleanLine } from "./clean-text";
import { decodeHeaderText } from "./encoded-words";
import { parseParameters } from "./header-parameters";
import { mailLimits } from "./limits";
import { MailHeaders } from "./mail-headers";
import { parseMessageIds } from "./message-ids";
import type { MimePart } from "./mime-tree";
import { decodeTransfer } from "./transfer-encoding";

/** `inline`: shown inside the text (disposition inline, or an image whose Content-ID the HTML uses); sha256 is lower-case hex. */
export type MailAttachment = {
  name: string;
  type: string;
  size: number;
  sha256: string;
  inline: boolean;
  contentId: string | null;
  content: Buffer;
};

const ENDINGS: Record<string, string> = {
  "text/calendar": "ics",
  "text/html": "html",
  "text/plain": "txt",
  "text/csv": "csv",
  "text/vcard": "vcf",
  "text/rfc822-headers": "txt",
  "message/rfc822": "eml",
  "message/global": "eml",
  "message/delivery-status": "txt",
  "message/disposition-notification": "txt",
  "message/feedback-report": "txt",
  "application/pdf": "pdf",
  "application/zip": "zip",
  "application/ms-tnef": "dat",
  "application/pgp-signature": "asc",
  "application/pgp-encrypted": "asc",
  "application/pkcs7-signature": "p7s",
  "application/x-pkcs7-signature": "p7s",
  "application/pkcs7-mime": "p7m",
  "application/x-pkcs7-mime": "p7m",
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/gif": "gif",
  "image/webp": "webp",
  "image/svg+xml": "svg",
  "audio/mpeg": "mp3",
};

/** The type that a file's name speaks for; application/octet-stream when none is known. */
export function typeOfName(name: string): string {
  const ending = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  return Object.entries(ENDINGS).find(([, known]) => known === ending)?.[0] ?? "application/octet-stream";
}

/** A leaf part as a file: decoded once, hashed once, always with a name that is safe to show. */
export function readAttachment(
  part: MimePart,
  index: number,
  usedInHtml: (contentId: string) => boolean,
): MailAttachment {
  const headers = new MailHeaders(part.fields);
  const disposition = parseParameters(headers.raw("content-disposition") ?? "");
  const content = decodeTransfer(part.body, transferEncodingOf(part));
  const contentId = contentIdOf(headers);
  const type = part.contentType.value;
  return {
    name: nameOf(part, disposition.parameters) ?? defaultName(part, content, index),
    type,
    size: content.length,
    sha256: createHash("sha256").update(content).digest("hex"),
    inline: disposition.value === "inline" || (contentId !== null && usedInHtml(contentId)),
    contentId,
    content,
  };
}

export function transferEncodingOf(part: MimePart): string {
  const raw = part.fields.find((field) => field.name === "content-transfer-encoding")?.raw ?? "";
  return raw
    .replace(/\([^()]*\)/g, "")
    .replace(/[;\s"']/g, "")
    .toLowerCase();
}

/** The name that a part carries itself, from Content-Disposition or, as older programs do, Content-Type. */
export function nameOf(part: MimePart, disposition: Map<string, string>): string | null {
  const given = disposition.get("filename") ?? part.contentType.parameters.get("name") ?? disposition.get("name");
  return given === undefined ? null : cleanFileName(given, mailLimits.fileNameLength);
}

function contentIdOf(headers: MailHeaders): string | null {
  const raw = headers.raw("content-id");
  if (!raw) return null;
  const id = parseMessageIds(raw)[0]?.slice(1, -1) ?? cleanLine(raw, 300);
  return id === "" ? null : id;
}

function defaultName(part: MimePart, content: Buffer, index: number): string {
  const type = part.contentType.value;
  const ending = ENDINGS[type] ?? "bin";
  if (ending === "eml") {
    const subject = /^subject[ \t]*:(.*(?:\n[ \t].*)*)/im.exec(content.subarray(0, 65_536).toString("latin1"));
    const name = cleanFileName(decodeHeaderText((subject?.[1] ?? "").replace(/\r?\n/g, "")), 80);
    return `${name ?? "message"}.eml`;
  }
  if (type === "text/calendar") return "invite.ics";
  if (type === "application/ms-tnef") return "winmail.dat";
  return `attachment-${index + 1}.${ending}`;
}
