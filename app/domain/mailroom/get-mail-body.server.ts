import { safeFileName } from "~/domain/files/file-name";
import { fileType, isSafeImage } from "~/domain/files/file-type";
import { normaliseAddress } from "~/domain/identity/address";
import type { MailAddress } from "~/domain/mail/mime/addresses";
import { MailUnreadable } from "~/domain/mail/mime/mail-unreadable";
import type { ParsedMail } from "~/domain/mail/mime/parse-mail.server";
import type { Protection } from "~/domain/mail/mime/protection";
import { resolveInlineImages } from "~/domain/mail/mime/sanitize-html";
import type { MessageBody } from "~/domain/tickets/message-body";
import type { Ctx } from "~/platform/ctx.server";
import { bodyOf } from "./message-from-mail";
import { openMail } from "./open-mail.server";

export type MailFileView = { index: number; name: string; type: string; size: number; inline: boolean };

/** What a mail says, for display: addresses as written, the body sanitised, files by their place in the mail. */
export type MailBodyView = {
  from: MailAddress | null;
  replyTo: MailAddress | null;
  to: MailAddress[];
  cc: MailAddress[];
  date: Date | null;
  subject: string;
  /** An address that the sender's name shows although it is not the sender's. */
  pretends: string | null;
  automaticWhy: string | null;
  /** Signed or encrypted by S/MIME or OpenPGP; nothing here verifies it. */
  protection: Protection | null;
  body: MessageBody;
  hasHtml: boolean;
  files: MailFileView[];
};

/** A reason of MailUnreadable instead of what the mail says. */
export type UnreadableMail = { unreadable: string };

const MAX_SHOWN = 50;

/** A received mail's words and files, read from its bytes; `imageUrl` is where the file at an index is shown from. */
export async function getMailBody(
  ctx: Ctx,
  id: string,
  imageUrl: (index: number) => string,
): Promise<{ parsed: ParsedMail | null; view: MailBodyView | UnreadableMail }> {
  try {
    const parsed = await openMail(ctx, id);
    return { parsed, view: viewOf(parsed, imageUrl) };
  } catch (error) {
    if (error instanceof MailUnreadable) return { parsed: null, view: { unreadable: error.reason } };
    throw error;
  }
}

/** To sanitise 25 MB takes over a second, and a page asks again whenever something moves. */
const bodies = new WeakMap<ParsedMail, MessageBody>();

function shownBody(mail: ParsedMail): MessageBody {
  const body = bodies.get(mail) ?? bodyOf(mail, []);
  bodies.set(mail, body);
  return body;
}

function viewOf(mail: ParsedMail, imageUrl: (index: number) => string): MailBodyView {
  const body = shownBody(mail);
  const images = new Map(
    mail.attachments.flatMap(({ contentId, content, type }, index) =>
      contentId && isSafeImage(fileType(content, type)) ? [[contentId, imageUrl(index)] as const] : [],
    ),
  );
  const shown = (html: string | null | undefined) => (html ? resolveInlineImages(html, images) : (html ?? null));
  return {
    from: mail.from,
    replyTo: mail.replyTo && mail.replyTo.address !== mail.from?.address ? mail.replyTo : null,
    to: mail.to.slice(0, MAX_SHOWN),
    cc: mail.cc.slice(0, MAX_SHOWN),
    date: mail.date,
    subject: mail.subject,
    pretends: pretendedAddress(mail.from),
    automaticWhy: mail.automatic.why,
    protection: mail.protection,
    body: { ...body, html: shown(body.html), quotedHtml: shown(body.quotedHtml) },
    hasHtml: mail.html !== null,
    files: mail.attachments.map(({ name, type, size, inline, content }, index) => ({
      index,
      name: safeFileName(name),
      type: fileType(content, type),
      size,
      inline,
    })),
  };
}

/** "billing@bank.example" <x@elsewhere.example>: readers of many programs see the name alone. */
function pretendedAddress(from: MailAddress | null): string | null {
  const named = /[^\s"'<>(),;:@]+@[^\s"'<>(),;:@]+\.[^\s"'<>(),;:@]+/.exec(from?.name ?? "")?.[0];
  if (!from || !named) return null;
  const same =
    (normaliseAddress(named) ?? named.toLowerCase()) === (normaliseAddress(from.address) ?? from.address.toLowerCase());
  return same ? null : named;
}
