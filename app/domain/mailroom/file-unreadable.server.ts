import { storeFile } from "~/domain/files/store-file.server";
import { finishInboundMail, lockInboundMail } from "~/domain/mail/inbound-result.server";
import type { InboundWork } from "~/domain/mail/take-inbound-mail.server";
import { openTicket } from "~/domain/tickets/open-ticket.server";
import { storable } from "~/domain/tickets/message-body";
import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { readCorrespondents } from "./correspondents";
import { lookUpSender, settleSender } from "./people-in-mail.server";
import { listMailboxes } from "./list-mailboxes.server";
import { isOwnMailbox, mailboxOf } from "./mailboxes";
import type { MailTrace } from "./mail-trace";
import { startTrace, traceOf, traceStage } from "./trace-run.server";

const SHOWN = 1_000;

/**
 * A mail that cannot be read still reaches an agent: a ticket with the beginning of the bytes as text, the whole as a
 * file, and the banner `unreadable_mail` with the reason. Nothing answers it by itself.
 */
export async function fileUnreadable(ctx: Ctx, inbound: InboundWork, reason: string): Promise<void> {
  const { fileId, size } = await storeFile(ctx, inbound.bytes);
  const boxes = await listMailboxes(ctx);
  const ours = inbound.recipients.flatMap((address) => mailboxOf(boxes, address) ?? []);
  const addresses = [...new Set(ours.map(({ address }) => address))];
  const trace = startTrace(inbound.trace as MailTrace | null, false);
  traceStage(trace, { stage: "parse", result: "unreadable", reason, attachments: 0 });
  const nobody = { from: null, replyTo: null, to: [], cc: [] };
  const { sender } = readCorrespondents(nobody, inbound.envelopeFrom, (address) => isOwnMailbox(boxes, address));

  await inTransaction(ctx, async (ctx) => {
    if (!(await lockInboundMail(ctx, inbound.id, null))) return;
    const { personId } = await settleSender(ctx, (await lookUpSender(ctx, sender)).sender);
    const opened = await openTicket(ctx, {
      requesterId: personId,
      subject: "message.eml",
      body: { text: beginningOf(inbound.bytes) },
      channel: "mail",
      queueId: ours[0]?.queueId ?? null,
      addresses,
      sentAt: inbound.receivedAt,
      inboundId: inbound.id,
      automatic: true,
      attachments: [{ fileId, name: "message.eml", type: "application/octet-stream", size }],
      banners: [{ code: "unreadable_mail", data: { reason: reason.slice(0, 200) } }],
    });
    traceStage(trace, { stage: "route", result: "opened", hold: null, queueId: opened.queueId });
    traceStage(trace, { stage: "answer", result: "none", why: "automatic" });
    await finishInboundMail(ctx, inbound.id, {
      outcome: "unreadable",
      threadId: opened.ticketId,
      entryId: opened.messageId,
      error: reason,
      queueId: opened.queueId,
      trace: traceOf(trace),
    });
  });
}

/** What a person may recognise in it: printable characters only. */
function beginningOf(bytes: Buffer): string {
  const text = bytes.subarray(0, 4 * SHOWN).toString("utf8");
  return storable(text.replace(/[^\P{C}\n\t]|\ufffd/gu, "").slice(0, SHOWN)).trim();
}
