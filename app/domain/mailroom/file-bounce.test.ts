import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { cast, queues } from "#tests/support/cast";
import { sendMail, sendRaw, workMail } from "#tests/support/mailroom";
import { useDatabase } from "#tests/support/use-database";
import { queueMail } from "~/domain/mail/queue-mail.server";
import { makeReplyAddress } from "~/domain/mail/reply-keys.server";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { inTransaction } from "~/platform/transaction.server";
import { startSmtpReceiver } from "./start-smtp-receiver.server";

useDatabase();
const SUPPORT = queues.repairs.address;
const { giulia } = cast;
const db = () => database().prisma;
let receiver: Awaited<ReturnType<typeof startSmtpReceiver>>;

beforeAll(async () => {
  receiver = await startSmtpReceiver({ host: "127.0.0.1", port: 0 });
});
afterAll(() => receiver.stop());
beforeEach(async () => {
  await db().ticket.deleteMany();
  await db().inboundMail.deleteMany();
  await db().outboundMail.deleteMany();
  await db().suppression.deleteMany();
});

/** A ticket of Giulia's and an answer of ours to her on its way. */
async function issueAnswer() {
  await sendMail(receiver.port, { from: giulia.email, to: SUPPORT, subject: "La pompa perde", text: "Perde acqua." });
  await workMail();
  const { id: threadId } = await db().ticket.findFirstOrThrow();
  const queued = await inTransaction(systemCtx(), (ctx) =>
    queueMail(ctx, {
      locale: "it",
      to: { address: giulia.email, name: giulia.name, personId: giulia.id },
      from: { address: SUPPORT, name: "Repairs" },
      threadId,
      template: "reply",
      props: { number: 1, subject: "s", url: "https://help.example/1", author: "Sara", text: "…" },
    }),
  );
  return { ...queued, threadId, replyTo: makeReplyAddress(SUPPORT, queued.id) };
}

const qmail = (to: string, said: string, copied: string, from = "MAILER-DAEMON@mx.example") =>
  [
    `From: ${from}`,
    `To: ${to}`,
    "Subject: failure notice",
    "",
    "Hi. This is the qmail-send program at mx.example.",
    "I'm afraid I wasn't able to deliver your message to the following addresses.",
    "",
    `<${giulia.email}>:`,
    "192.0.2.25 does not like recipient.",
    `Remote host said: ${said}`,
    "",
    "--- Below this line is a copy of the message.",
    "",
    "Received: (qmail 1 invoked by uid 0)",
    `Message-ID: ${copied}`,
    "Subject: Re: pump",
    "",
    "text",
    "",
  ].join("\r\n");

test("a report in words is tied to our mail by the copy below it, hard ones suppress, none becomes a message", async () => {
  const issued = await issueAnswer();
  await sendRaw(receiver.port, qmail(SUPPORT, "552 5.2.2 mailbox full", issued.messageId), "", SUPPORT);
  await workMail();
  const outbound = () => db().outboundMail.findUniqueOrThrow({ where: { id: issued.id } });
  expect(await outbound()).toMatchObject({ status: "5.2.2", reason: "mailboxfull" });
  expect(await db().suppression.count()).toBe(0);

  await sendRaw(receiver.port, qmail(SUPPORT, "550 5.1.1 no such user", issued.messageId), "", SUPPORT);
  await workMail();
  expect(await outbound()).toMatchObject({ state: "bounced", status: "5.1.1", reason: "userunknown" });
  expect(await db().suppression.findMany()).toMatchObject([{ address: giulia.email, reason: "userunknown" }]);
  expect(await db().ticket.findMany()).toMatchObject([{ state: "new", messageCount: 1 }]);
  expect(await db().inboundMail.findMany({ where: { outcome: "bounce" } })).toMatchObject([
    { threadId: issued.threadId },
    { threadId: issued.threadId },
  ]);
});

test("without a copy it is tied by the key of the address it came to; without either it suppresses nobody", async () => {
  const issued = await issueAnswer();
  await sendRaw(receiver.port, qmail(SUPPORT, "550 5.1.1 no such user", "<other@elsewhere.example>"), "", SUPPORT);
  await workMail();
  expect(await db().suppression.count()).toBe(0);
  await sendRaw(receiver.port, qmail(issued.replyTo, "550 5.1.1 no such user", "<lost>"), "", issued.replyTo);
  await workMail();
  expect(await db().suppression.findMany()).toMatchObject([{ address: giulia.email, reason: "userunknown" }]);
  expect(await db().ticket.findMany()).toMatchObject([{ messageCount: 1 }]);
});

test("a person who sends us the words of a report is answered by people, and suppresses nobody", async () => {
  const issued = await issueAnswer();
  const forwarded = qmail(issued.replyTo, "550 5.1.1 no such user", issued.messageId, giulia.email);
  await sendRaw(receiver.port, forwarded, giulia.email, issued.replyTo);
  await workMail();
  expect(await db().suppression.count()).toBe(0);
  expect(await db().ticket.findMany()).toMatchObject([{ messageCount: 2 }]);
});

test("a blocked sender's report of a mail of ours is recorded; every other one is discarded", async () => {
  const issued = await issueAnswer();
  await db().blockedSender.create({ data: { address: "@mx.example", createdAt: new Date() } });
  try {
    await sendRaw(receiver.port, qmail(SUPPORT, "550 5.1.1 no such user", "<other@x.example>"), "", SUPPORT);
    await sendRaw(receiver.port, qmail(SUPPORT, "550 5.1.1 no such user", issued.messageId), "", SUPPORT);
    await workMail();
    expect(
      await db().inboundMail.groupBy({ by: ["outcome"], _count: true, orderBy: { outcome: "asc" } }),
    ).toMatchObject([{ outcome: "opened" }, { outcome: "bounce", _count: 1 }, { outcome: "discarded", _count: 1 }]);
    expect(await db().outboundMail.findUniqueOrThrow({ where: { id: issued.id } })).toMatchObject({ state: "bounced" });
  } finally {
    await db().blockedSender.deleteMany();
  }
});
