import { parseAddresses, type MailAddress } from "./addresses";
import { recogniseAutomatic, type Automatic } from "./automatic";
import { readBounce, type Bounce } from "./bounce";
import { cleanLine } from "./clean-text";
import { decodeHeaderText } from "./encoded-words";
import { htmlToText } from "./html-to-text";
import { mailLimits } from "./limits";
import type { MailAttachment } from "./mail-attachment.server";
import { parseMailDate } from "./mail-date";
import { MailHeaders } from "./mail-headers";
import { MailUnreadable } from "./mail-unreadable";
import { parseMessageIds } from "./message-ids";
import { parseMimeTree } from "./mime-tree";
import { type Protection, readProtection, unwrapClearSigned } from "./protection";
import { readBodies } from "./read-bodies.server";
import { splitHtmlReply } from "./split-html-reply";
import { splitReply } from "./visible-text";

/** Message ids keep their angle brackets everywhere: "<left@right>". `text` is derived from `html` when absent. */
export type ParsedMail = {
  from: MailAddress | null;
  sender: MailAddress | null;
  replyTo: MailAddress | null;
  to: MailAddress[];
  cc: MailAddress[];
  subject: string;
  messageId: string | null;
  inReplyTo: string[];
  references: string[];
  date: Date | null;
  text: string;
  html: string | null;
  visibleText: string;
  quotedText: string;
  attachments: MailAttachment[];
  automatic: Automatic;
  bounce: Bounce | null;
  /** Signed or encrypted by S/MIME or OpenPGP; the parts that say so are among the attachments. */
  protection: Protection | null;
  headers: MailHeaders;
};

/**
 * Reads one RFC 5322 message. Throws MailUnreadable for bytes that are no mail or go beyond the limits; every other
 * damage is repaired or passed over. `envelopeFrom` ("" or "<>" for the null sender) helps to recognise automatic mail.
 */
export async function parseMail(bytes: Buffer, envelopeFrom?: string | null): Promise<ParsedMail> {
  const root = parseMimeTree(bytes);
  if (root.fields.length === 0)
    throw new MailUnreadable(/\S/.test(root.body.subarray(0, 4096).toString("latin1")) ? "no-headers" : "empty");
  const bodies = readBodies(root);
  const hint = bodies.charset;
  const headers = new MailHeaders(root.fields, hint);
  const one = (name: string) => parseAddresses(headers.raw(name) ?? "", hint, true)[0] ?? null;
  const to = addressesOf(root.fields, "to", hint);
  const cc = addressesOf(root.fields, "cc", hint);
  if (to.length + cc.length > mailLimits.recipients) throw new MailUnreadable("too-many-recipients");
  const { text, visibleText, quotedText } = readTexts(bodies.text, bodies.html);
  return {
    from: one("from"),
    sender: one("sender"),
    replyTo: one("reply-to"),
    to,
    cc,
    subject: cleanLine(decodeHeaderText(headers.raw("subject") ?? "", hint), mailLimits.subjectLength),
    messageId: parseMessageIds(headers.raw("message-id") ?? "")[0] ?? null,
    inReplyTo: parseMessageIds(headers.raw("in-reply-to") ?? ""),
    references: parseMessageIds(headers.raw("references") ?? ""),
    date: parseMailDate(headers.raw("date") ?? ""),
    text,
    html: bodies.html,
    visibleText,
    quotedText,
    attachments: bodies.attachments,
    automatic: recogniseAutomatic(headers, envelopeFrom),
    bounce: readBounce(root, text, envelopeFrom),
    protection: readProtection(root, text),
    headers,
  };
}

/** All fields of that name: RFC 5322 allows one, broken programs write several. */
function addressesOf(fields: { name: string; raw: string }[], name: string, hint: string | null): MailAddress[] {
  return fields.filter((field) => field.name === name).flatMap((field) => parseAddresses(field.raw, hint));
}

function readTexts(
  text: string | null,
  html: string | null,
): { text: string; visibleText: string; quotedText: string } {
  if (text !== null || html === null) return { text: text ?? "", ...splitReply(unwrapClearSigned(text ?? "")) };
  const halves = splitHtmlReply(html);
  const whole = htmlToText(html);
  if (halves.quotedHtml === "") return { text: whole, ...splitReply(whole) };
  const reply = splitReply(htmlToText(halves.visibleHtml));
  const quoted = [reply.quotedText, htmlToText(halves.quotedHtml)].filter((part) => part !== "").join("\n\n");
  return { text: whole, visibleText: reply.visibleText, quotedText: quoted };
}
