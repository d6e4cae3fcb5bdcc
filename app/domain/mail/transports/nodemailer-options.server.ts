import type Mail from "nodemailer/lib/mailer";
import type { ReadyMail } from "./transport";

/** The mail in nodemailer's terms: multipart with plain text first, headers folded and encoded by it. */
export function nodemailerOptions(mail: ReadyMail): Mail.Options {
  return {
    envelope: { from: mail.envelopeFrom, to: [mail.to.address] },
    from: mail.from,
    replyTo: mail.replyTo,
    to: mail.to,
    subject: mail.subject,
    date: mail.date,
    messageId: mail.messageId,
    inReplyTo: mail.inReplyTo ?? undefined,
    references: mail.references.length ? mail.references : undefined,
    // Prepared: nodemailer would else fold inside the URL of List-Unsubscribe.
    headers: Object.entries(mail.headers).map(([key, value]) => ({ key, value: `${value}` })),
    text: mail.text,
    html: mail.html,
    attachments: mail.attachments.map(({ name, type, bytes }) => ({
      filename: name,
      contentType: type,
      content: bytes,
    })),
    dkim: mail.dkim ?? undefined,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
