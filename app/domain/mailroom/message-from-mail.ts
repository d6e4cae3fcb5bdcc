import type { NewAttachment } from "~/domain/files/new-attachment";
import { resolveInlineImages, sanitizeMailHtml } from "~/domain/mail/mime/sanitize-html";
import { splitHtmlReply } from "~/domain/mail/mime/split-html-reply";
import type { ParsedMail } from "~/domain/mail/mime/parse-mail.server";
import { type MessageBody, snippetOf, storable } from "~/domain/tickets/message-body";
import { MAX_SUBJECT, MAX_TEXT } from "~/domain/tickets/schema";

const MAX_QUOTED = 200_000;
const MAX_HTML = 300_000;
const MAX_ADDRESSEES = 100;

/** The ticket's subject without our own number and marks of an answer; else the first words; empty when there are none. */
export function subjectOf(mail: Pick<ParsedMail, "subject" | "visibleText">): string {
  const bare = mail.subject
    .replace(/\[#\d{1,9}\]/g, " ")
    .replace(/^(?:\s*(?:re|r|aw|sv|antw|rif|ref|răsp|отв|ответ)(?:\[\d+\])?\s*:)+/iu, "")
    .replace(/\s+/g, " ")
    .trim();
  return cut(storable(bare), MAX_SUBJECT) || snippetOf(storable(mail.visibleText)).slice(0, 80);
}

/** The `[#number]` that a subject carries, null when it has none. */
export function numberIn(subject: string): number | null {
  const digits = /\[#(\d{1,9})\]/.exec(subject)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** What the mail says: sanitised, quotes folded, inline images pointing at their attachments. */
export function bodyOf(mail: ParsedMail, attachments: readonly NewAttachment[]): MessageBody {
  // A mail that is nothing but a quote would else be shown empty.
  const onlyQuoted = mail.visibleText.trim() === "" && mail.quotedText.trim() !== "";
  const text = onlyQuoted ? mail.quotedText : mail.visibleText;
  const quoted = onlyQuoted ? "" : mail.quotedText;
  const body: MessageBody = {
    text: cut(storable(text), MAX_TEXT),
    quotedText: quoted ? cut(storable(quoted), MAX_QUOTED) : null,
  };
  if (mail.html === null) return body;

  const images = imageUrls(attachments);
  const { visibleHtml, quotedHtml } = onlyQuoted
    ? { visibleHtml: mail.html, quotedHtml: "" }
    : splitHtmlReply(mail.html);
  const visible = sanitizeMailHtml(visibleHtml);
  const folded = quotedHtml ? sanitizeMailHtml(quotedHtml) : null;
  const html = storable(resolveInlineImages(visible.html, images));
  const foldedHtml = folded ? storable(resolveInlineImages(folded.html, images)) : null;
  return {
    ...body,
    html: html.length <= MAX_HTML ? html : null,
    quotedHtml: foldedHtml && foldedHtml.length <= MAX_HTML ? foldedHtml : null,
    remoteImages: visible.remoteImages > 0,
  };
}

/** To and Cc as written, for display. */
export function addresseesOf(mail: Pick<ParsedMail, "to" | "cc">) {
  const some = (list: ParsedMail["to"]) =>
    list.slice(0, MAX_ADDRESSEES).map(({ name, address }) => ({ name: storable(name), address: storable(address) }));
  return { to: some(mail.to), cc: some(mail.cc) };
}

function imageUrls(attachments: readonly NewAttachment[]): Map<string, string> {
  const urls = new Map<string, string>();
  for (const { id, name, contentId } of attachments) {
    if (id && contentId) urls.set(contentId, `/attachments/${id}/${encodeURIComponent(name)}`);
  }
  return urls;
}

function cut(text: string, length: number): string {
  return text.length <= length
    ? text
    : `${text
        .slice(0, length - 1)
        .toWellFormed()
        .replace(/\ufffd$/, "")}…`;
}
