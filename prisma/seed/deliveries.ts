import { composeMail } from "~/domain/mail/compose-mail.server";
import { outboxTransport } from "~/domain/mail/transports/outbox.server";
import type { Ctx } from "~/platform/ctx.server";
import { proven, receiveSeeded } from "./receive-mail";

const HOUR_MS = 3_600_000;

/** A reply that came back for good, an hour after it was sent, and one that a full mailbox keeps waiting. */
export async function seedDeliveries(ctx: Ctx, { bounced, deferred }: { bounced: string; deferred: string }) {
  const lost = await lastReply(ctx, bounced);
  await keepAsSent(ctx, lost.id);
  const at = new Date(lost.createdAt.getTime() + HOUR_MS / 60);
  await receiveSeeded({ ...ctx, now: at }, report(lost));

  const waiting = await lastReply(ctx, deferred);
  await ctx.db.outboundMail.update({
    where: { id: waiting.id },
    data: {
      state: "deferred",
      attempts: 5,
      nextTryAt: new Date(ctx.now.getTime() + HOUR_MS),
      transport: "outbox",
      status: "4.2.2",
      reason: "mailboxfull",
      detail: "452 4.2.2 The recipient's mailbox is over its quota",
    },
  });
}

const lastReply = (ctx: Ctx, threadId: string) =>
  ctx.db.outboundMail.findFirstOrThrow({ where: { threadId }, orderBy: { createdAt: "desc" } });

type Mail = Awaited<ReturnType<typeof lastReply>>;

/** As the worker leaves a mail that the built-in outbox took. */
async function keepAsSent(ctx: Ctx, id: string): Promise<void> {
  const mail = await ctx.db.outboundMail.findUniqueOrThrow({ where: { id } });
  const composed = await composeMail(ctx, mail);
  const { shown } = await outboxTransport().send({ ...composed, dkim: null });
  const sentAt = mail.createdAt;
  await ctx.db.outboundMail.update({
    where: { id },
    data: {
      state: "sent",
      attempts: 1,
      sentAt,
      transport: "outbox",
      ...(shown
        ? { shown: { create: { at: sentAt, subject: shown.subject, bytes: new Uint8Array(shown.bytes) } } }
        : {}),
    },
  });
}

/** What the customer's server says of it (RFC 3464). */
function report({ recipient, messageId }: Mail) {
  const server = `mx.${recipient.slice(recipient.indexOf("@") + 1)}`;
  return {
    envelopeFrom: "",
    to: "support",
    auth: proven("pass", server),
    lines: [
      `From: Mail Delivery System <MAILER-DAEMON@${server}>`,
      "Subject: Undelivered Mail Returned to Sender",
      `Message-ID: <report-${messageId.slice(1, 20)}@${server}>`,
      "Auto-Submitted: auto-replied",
      'Content-Type: multipart/report; report-type=delivery-status; boundary="r"',
      "",
      "--r",
      "Content-Type: text/plain; charset=utf-8",
      "",
      `The mail could not be delivered: <${recipient}> is not known here.`,
      "",
      "--r",
      "Content-Type: message/delivery-status",
      "",
      `Reporting-MTA: dns; ${server}`,
      "",
      `Final-Recipient: rfc822; ${recipient}`,
      "Action: failed",
      "Status: 5.1.1",
      `Diagnostic-Code: smtp; 550 5.1.1 <${recipient}>: user unknown`,
      "",
      "--r",
      "Content-Type: text/rfc822-headers",
      "",
      `Message-ID: ${messageId}`,
      "",
      "--r--",
    ],
  };
}
