import { parseMail } from "~/domain/mail/mime/parse-mail.server";
import type { Ctx } from "~/platform/ctx.server";
import { readOutboxMail } from "./read-outbox-mail.server";
import type { OutboxMailView } from "./views";

const HEADERS = [
  "From",
  "To",
  "Reply-To",
  "Subject",
  "Date",
  "Message-ID",
  "In-Reply-To",
  "References",
  "Auto-Submitted",
  "List-Unsubscribe",
];

/** What the page of one outgoing mail shows, read back from its bytes. */
export async function getOutboxMail(ctx: Ctx, id: string): Promise<OutboxMailView> {
  const mail = await readOutboxMail(ctx, id);
  const { headers, subject, text, from, attachments } = await parseMail(mail.bytes);
  const waits = mail.state === "deferred" || mail.state === "queued";
  return {
    id: mail.id,
    at: mail.createdAt,
    subject,
    recipient: mail.recipient,
    recipientName: mail.recipientName,
    template: mail.template,
    state: mail.state,
    reason: mail.reason,
    ticketNumber: mail.ticketNumber,
    from: from ? `${from.name} <${from.address}>` : "",
    transport: mail.transport,
    attempts: mail.attempts,
    sentAt: mail.sentAt,
    nextTryAt: waits ? mail.nextTryAt : null,
    status: mail.status,
    detail: mail.detail,
    text,
    headers: HEADERS.flatMap((name) => {
      const value = headers.get(name.toLowerCase());
      return value ? [{ name, value }] : [];
    }),
    attachments: attachments.map(({ name, type, size }) => ({ name, type, size })),
  };
}
