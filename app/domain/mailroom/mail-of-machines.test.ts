import { describe, expect, test } from "vitest";
import { cast, queues } from "#tests/support/cast";
import { freshId, issue, onlyTicket, receiverPort, take, tickets, useMailReceiver } from "#tests/support/mail-by-smtp";
import { sendRaw, workMail } from "#tests/support/mailroom";
import { useDatabase } from "#tests/support/use-database";
import { database } from "~/platform/db.server";

useDatabase();
useMailReceiver();
const SUPPORT = queues.repairs.address;
const BILLING = queues.billing.address;
const db = () => database().prisma;

describe("machines", () => {
  test("an automatic answer is kept, folded, and moves nothing", async () => {
    await take();
    const first = await onlyTicket();
    const { replyTo } = await issue(first.id, cast.giulia);
    await db().ticket.update({ where: { id: first.id }, data: { state: "waiting_customer" } });
    await take({
      to: replyTo,
      cc: "other@elsewhere.example",
      text: "Out of office",
      headers: { "Auto-Submitted": "auto-replied" },
    });
    const ticket = await onlyTicket();
    expect(ticket.messages[1]).toMatchObject({ automatic: true, text: "Out of office" });
    expect(ticket).toMatchObject({ state: "waiting_customer", lastCustomerAt: first.lastCustomerAt, participants: [] });
  });

  const report = (over: { messageId: string; action?: string; status?: string; diagnostic?: string; to?: string }) =>
    [
      "From: MAILER-DAEMON@mx.example",
      `To: ${over.to ?? SUPPORT}`,
      "Subject: Undelivered Mail Returned to Sender",
      `Message-ID: ${freshId()}`,
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      "MIME-Version: 1.0",
      "",
      "--b",
      "Content-Type: text/plain",
      "",
      "Your message could not be delivered.",
      "--b",
      "Content-Type: message/delivery-status",
      "",
      "Reporting-MTA: dns; mx.example",
      "",
      `Final-Recipient: rfc822; ${cast.giulia.email}`,
      `Action: ${over.action ?? "failed"}`,
      `Status: ${over.status ?? "5.1.1"}`,
      `Diagnostic-Code: smtp; ${over.diagnostic ?? "550 5.1.1 User unknown"}`,
      "",
      "--b",
      "Content-Type: message/rfc822",
      "",
      `Message-ID: ${over.messageId}`,
      "Subject: Re: pump",
      "",
      "text",
      "--b--",
      "",
    ].join("\r\n");

  test("a bounce is shown on the mail it answers, suppresses a wrong address, and never becomes a message", async () => {
    await take();
    const { id } = await onlyTicket();
    const issued = await issue(id, cast.giulia);
    const soft = report({
      messageId: issued.messageId,
      action: "delayed",
      status: "4.4.1",
      diagnostic: "421 connection timed out",
    });
    await sendRaw(receiverPort(), soft, "", SUPPORT);
    await workMail();
    expect(await db().suppression.count()).toBe(0);
    await sendRaw(receiverPort(), report({ messageId: issued.messageId }), "", SUPPORT);
    await workMail();
    const sent = await db().outboundMail.findUniqueOrThrow({ where: { id: issued.id } });
    expect(sent).toMatchObject({ state: "bounced", status: "5.1.1", reason: "userunknown" });
    expect(await db().suppression.findMany()).toMatchObject([{ address: cast.giulia.email, reason: "userunknown" }]);
    const ticket = await onlyTicket();
    expect(ticket).toMatchObject({ state: "new", messageCount: 1 });
    expect(await db().inboundMail.findMany({ where: { outcome: "bounce" } })).toMatchObject([
      { threadId: id },
      { threadId: id },
    ]);
  });

  test("a bounce of a bounce, and one that claims to come from us, ends here: nothing is sent, nothing moves", async () => {
    await take();
    const { id } = await onlyTicket();
    const issued = await issue(id, cast.giulia);
    const bounce = report({ messageId: issued.messageId });
    const outer = bounce.replace(/^Message-ID: .*$/m, `Message-ID: ${freshId()}`);
    const ofBounce = outer.replace("Subject: Re: pump", "Subject: Undelivered Mail Returned to Sender");
    const ours = bounce.replace("From: MAILER-DAEMON@mx.example", `From: ${BILLING}`);
    for (const raw of [bounce, bounce, ofBounce, ours.replace(/^Message-ID: .*$/m, `Message-ID: ${freshId()}`)]) {
      await sendRaw(receiverPort(), raw, "", SUPPORT);
      await workMail();
    }
    expect(await onlyTicket()).toMatchObject({ state: "new", messageCount: 1 });
    expect(await db().outboundMail.findMany({ select: { id: true } })).toEqual([{ id: issued.id }]);
  });

  test("a bounce of a mail that is not ours waits for a person and suppresses nobody; a person may forward one", async () => {
    await sendRaw(receiverPort(), report({ messageId: "<other@elsewhere.example>" }), "", SUPPORT);
    await workMail();
    expect(await tickets()).toEqual([]);
    expect(await db().suppression.count()).toBe(0);
    expect(await db().inboundMail.findMany()).toMatchObject([{ outcome: null, threadId: null, stage: "held" }]);
    expect(await db().mailHold.findMany()).toMatchObject([{ reason: "bounce_unknown", decidedAt: null }]);
    await take({
      attachments: [
        { filename: "bounce.eml", contentType: "message/rfc822", content: report({ messageId: "<x@y.example>" }) },
      ],
    });
    expect((await onlyTicket()).messages[0]!.attachments).toHaveLength(1);
  });
});
