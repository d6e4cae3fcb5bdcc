import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { cast, castCtx, queues } from "#tests/support/cast";
import { sendMail, sendRaw, workMail } from "#tests/support/mailroom";
import { useDatabase } from "#tests/support/use-database";
import { queueMail } from "~/domain/mail/queue-mail.server";
import { makeReplyAddress } from "~/domain/mail/reply-keys.server";
import { mergeTickets } from "~/domain/tickets/merge-tickets.server";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { inTransaction } from "~/platform/transaction.server";
import { startSmtpReceiver } from "./start-smtp-receiver.server";

useDatabase();
const SUPPORT = queues.repairs.address;
const BILLING = queues.billing.address;
const db = () => database().prisma;
let receiver: Awaited<ReturnType<typeof startSmtpReceiver>>;
let port: number;
let count = 0;
const freshId = () => `<${++count}.${Date.now()}@client.example>`;

beforeAll(async () => {
  receiver = await startSmtpReceiver({ host: "127.0.0.1", port: 0 });
  port = receiver.port;
});
afterAll(() => receiver.stop());
beforeEach(async () => {
  await db().ticket.deleteMany();
  await db().inboundMail.deleteMany();
  await db().seenMail.deleteMany();
  await db().threadKey.deleteMany();
  await db().outboundMail.deleteMany();
  await db().suppression.deleteMany();
  await db().rateWindow.deleteMany();
});

type Draft = { from?: string; to?: string | string[]; subject?: string; text?: string } & Record<string, unknown>;
const mail = (over: Draft = {}) => ({
  from: cast.giulia.email,
  to: SUPPORT,
  subject: "La pompa perde",
  text: "Buongiorno, la pompa perde acqua da ieri sera e non si ferma.",
  messageId: freshId(),
  ...over,
});
/** Sends and files one mail; answers its row. */
async function take(over: Draft = {}) {
  const before = new Set((await db().inboundMail.findMany({ select: { id: true } })).map(({ id }) => id));
  await sendMail(port, mail(over));
  await workMail();
  const rows = await db().inboundMail.findMany();
  return rows.find(({ id }) => !before.has(id))!;
}
const tickets = () =>
  db().ticket.findMany({
    orderBy: { number: "asc" },
    include: {
      messages: { orderBy: { id: "asc" }, include: { attachments: { orderBy: { position: "asc" } } } },
      participants: true,
      banners: true,
      linksFrom: true,
    },
  });
async function onlyTicket() {
  const all = await tickets();
  expect(all).toHaveLength(1);
  return all[0]!;
}
/** An answer of ours to a person, as it went out: what a reply may name. */
async function issue(threadId: string, to: { id: string; email: string; name: string }, notice = false) {
  const props = { number: 1, subject: "s", url: "https://help.example/1" };
  const common = {
    locale: "it",
    to: { address: to.email, name: to.name, personId: to.id },
    from: { address: SUPPORT, name: "Repairs" },
    threadId,
  };
  const queued = await inTransaction(systemCtx(), (ctx) =>
    notice
      ? queueMail(ctx, {
          ...common,
          template: "agent-notice",
          props: { ...props, kind: "customer_replied", actor: "Giulia", text: "…" },
        })
      : queueMail(ctx, { ...common, template: "reply", props: { ...props, author: "Sara", text: "…" } }),
  );
  return { ...queued, replyTo: makeReplyAddress(SUPPORT, queued.id) };
}

describe("a customer's first mail", () => {
  test("opens one ticket in the address's queue, in the language of the sender, with all it brought", async () => {
    const inbound = await take({
      from: `"Nuovo Cliente" <nuovo@cliente.example>`,
      to: [`"Assistenza" <${SUPPORT}>`, "collega@cliente.example"],
      cc: ["hana@tanaka.example", "sara@northwind.example", "no-reply@shop.example"],
      attachments: [{ filename: "foto.pdf", content: Buffer.from("%PDF-1.4 x") }],
    });
    const ticket = await onlyTicket();
    expect(ticket).toMatchObject({
      subject: "La pompa perde",
      queueId: queues.repairs.id,
      state: "new",
      channel: "mail",
      locale: "it",
      messageCount: 1,
    });
    const [message] = ticket.messages;
    expect(message).toMatchObject({ kind: "public", side: "customer", rule: null, automatic: false, marked: false });
    expect(message!.text).toContain("la pompa perde acqua");
    expect(message!.attachments).toMatchObject([{ name: "foto.pdf", type: "application/pdf" }]);
    expect(message!.addressees).toMatchObject({ to: [{ name: "Assistenza" }, {}], cc: [{}, {}, {}] });
    const requester = await db().person.findUniqueOrThrow({
      where: { id: ticket.requesterId },
      include: { addresses: true },
    });
    expect(requester).toMatchObject({ name: "Nuovo Cliente", role: "customer", addresses: [{ verifiedAt: null }] });
    const people = await db().emailAddress.findMany({
      where: { personId: { in: ticket.participants.map((p) => p.personId) } },
    });
    expect(people.map((p) => p.address).sort()).toEqual(["collega@cliente.example", "hana@tanaka.example"]);
    expect(inbound).toMatchObject({
      stage: "done",
      outcome: "opened",
      threadId: ticket.id,
      entryId: message!.id,
      attempts: 1,
    });
  });

  test("a second run of its job changes nothing", async () => {
    const inbound = await take();
    const { processMail } = await import("./process-mail.server");
    await processMail(systemCtx(), inbound.id);
    expect((await onlyTicket()).messages).toHaveLength(1);
  });

  test("an unreadable language takes the queue's", async () => {
    await take({
      from: "x@y.example",
      subject: "Hilfe",
      text: "Guten Tag, der Drucker geht seit gestern gar nicht mehr.",
    });
    expect((await onlyTicket()).locale).toBe("en");
  });

  test("a web form that writes from no-reply speaks for its Reply-To", async () => {
    await take({ from: "no-reply@shop.example", replyTo: cast.hana.email });
    await take({ from: SUPPORT, replyTo: cast.giulia.email });
    expect((await tickets()).map((t) => t.requesterId)).toEqual([cast.hana.id, cast.giulia.id]);
  });
});

describe("a reply", () => {
  test("joins by the key in its address, and in its Message-ID", async () => {
    await take();
    const { id } = await onlyTicket();
    const issued = await issue(id, cast.giulia);
    await take({ to: issued.replyTo, subject: "Re: something else" });
    await take({ inReplyTo: issued.messageId, subject: "Re: something else" });
    const ticket = await onlyTicket();
    expect(ticket.messages.map((m) => m.rule)).toEqual([null, "reply_key", "reply_key"]);
    expect(ticket.messages.every((m) => m.authorId === cast.giulia.id)).toBe(true);
    expect(ticket.banners).toEqual([]);
  });

  test("joins by a stored id of the thread, as the participant who writes", async () => {
    const messageId = freshId();
    await take({ messageId, cc: cast.paolo.email });
    await take({ from: cast.paolo.email, references: ["<lost@nowhere.example>", messageId], subject: "R: altro" });
    const ticket = await onlyTicket();
    expect(ticket.messages[1]).toMatchObject({ rule: "message_id", authorId: cast.paolo.id });
  });

  test("joins by the number in the subject only from a participant or an organization's colleague who sees it", async () => {
    await take({ from: cast.paolo.email });
    const { number } = await onlyTicket();
    await take({ from: cast.paolo.email, subject: `Re: [#${number}] La pompa perde` });
    await take({ from: cast.giulia.email, subject: `Re: [#${number}] La pompa perde` });
    const ticket = await onlyTicket();
    expect(ticket.messages.map((m) => m.rule)).toEqual([null, "subject", "subject"]);
  });

  test("an unknown sender who quotes number, id or key gets a linked ticket with a banner and sees nothing", async () => {
    const messageId = freshId();
    await take({ messageId });
    const first = await onlyTicket();
    const issued = await issue(first.id, cast.giulia);
    const stranger = "stranger@elsewhere.example";
    await take({ from: stranger, subject: `[#${first.number}] hello`, text: "one" });
    await take({ from: stranger, inReplyTo: messageId, text: "two" });
    await take({ from: cast.hana.email, to: issued.replyTo, text: "three" });
    const [own, ...linked] = await tickets();
    expect(own!.messages).toHaveLength(1);
    expect(own!.participants).toEqual([]);
    expect(linked.map((t) => t.messages[0]!.rule)).toEqual(["subject", "message_id", "reply_key"]);
    for (const ticket of linked) {
      expect(ticket.linksFrom).toMatchObject([{ toId: first.id, kind: "unknown_sender" }]);
      expect(ticket.banners).toMatchObject([{ code: "unknown_sender", data: { number: first.number } }]);
    }
  });

  test("with a forged key counts as without, and the forgery is shown", async () => {
    await take();
    const first = await onlyTicket();
    const { replyTo } = await issue(first.id, cast.giulia);
    const forged = replyTo.replace(/(.)@/, (_, last: string) => `${last === "a" ? "b" : "a"}@`);
    await take({ from: "stranger@elsewhere.example", to: forged });
    const [own, other] = await tickets();
    expect(own!.messages).toHaveLength(1);
    expect(other!.banners).toMatchObject([{ code: "forged_key" }]);
    expect(other!.linksFrom).toEqual([]);
  });

  test("of an agent to a notice of a public message becomes that agent's reply; without the key it opens a ticket", async () => {
    await take();
    const first = await onlyTicket();
    const notice = await issue(first.id, cast.sara, true);
    await take({ from: cast.sara.email, to: notice.replyTo, text: "I will call them." });
    const ticket = await onlyTicket();
    expect(ticket.messages[1]).toMatchObject({
      kind: "public",
      side: "agent",
      authorId: cast.sara.id,
      rule: "reply_key",
    });
    expect(ticket).toMatchObject({ state: "waiting_customer", firstReplyAt: expect.any(Date) });
    await take({
      from: cast.sara.email,
      to: notice.replyTo,
      text: "I am away",
      headers: { "Auto-Submitted": "auto-replied" },
    });
    const away = await onlyTicket();
    expect(away).toMatchObject({
      activityAt: ticket.activityAt,
      messages: [{}, {}, { kind: "note", automatic: true }],
    });
    await take({ from: cast.sara.email, subject: `Re: [#${first.number}]`, text: "Spoofed or not" });
    const [, other] = await tickets();
    expect(other!.messages[0]).toMatchObject({ kind: "public", side: "customer", authorId: cast.sara.id });
    expect(other!.banners).toMatchObject([{ code: "unknown_sender" }]);
  });

  test("lands in the target of a merge, follows up a closed one, reopens a solved one, starts afresh after deletion", async () => {
    await take({ subject: "A" });
    await take({ subject: "B" });
    const [a, b] = await tickets();
    const keys = { a: await issue(a!.id, cast.giulia), b: await issue(b!.id, cast.giulia) };
    await mergeTickets(castCtx("sara"), a!.number, b!.number);
    await take({ to: keys.a.replyTo, text: "to the merged one" });
    expect((await tickets())[1]!.messages.at(-1)).toMatchObject({ text: "to the merged one" });

    const set = (state: "solved" | "closed") =>
      db().ticket.update({ where: { id: b!.id }, data: { state, solvedAt: new Date() } });
    await set("solved");
    await take({ to: keys.b.replyTo, text: "not solved" });
    expect((await tickets())[1]).toMatchObject({ state: "open" });

    await set("closed");
    const closed = await take({ to: keys.b.replyTo, text: "after the close" });
    const [, , followUp] = await tickets();
    expect(closed).toMatchObject({ outcome: "linked", threadId: followUp!.id });
    expect(followUp!.linksFrom).toMatchObject([{ toId: b!.id, kind: "follow_up" }]);

    await db().ticket.update({ where: { id: b!.id }, data: { state: "open", deletedAt: new Date() } });
    await take({ to: keys.b.replyTo, text: "after the deletion" });
    const [, , , fresh] = await tickets();
    expect(fresh!.messages[0]).toMatchObject({ text: "after the deletion" });
    expect(fresh!.linksFrom).toEqual([]);
  });

  test("to a ticket that is gone for good opens a new one", async () => {
    await take();
    const first = await onlyTicket();
    const { replyTo } = await issue(first.id, cast.giulia);
    await db().ticket.delete({ where: { id: first.id } });
    await take({ to: replyTo });
    expect((await onlyTicket()).messages[0]).toMatchObject({ rule: null });
  });
});

describe("repeats", () => {
  test("the same mail again is one message; other content under its id is a new, marked one", async () => {
    const messageId = freshId();
    await take({ messageId });
    const again = await take({ messageId, headers: { Received: "from elsewhere by here" } });
    const other = await take({ messageId, text: "Something else altogether." });
    const all = await tickets();
    expect(all.map((t) => t.messages.map((m) => m.marked))).toEqual([[false], [true]]);
    expect(again).toMatchObject({
      stage: "done",
      outcome: "duplicate",
      threadId: all[0]!.id,
      entryId: all[0]!.messages[0]!.id,
    });
    expect(again.duplicateOf).not.toBeNull();
    expect(other).toMatchObject({ outcome: "opened", threadId: all[1]!.id });
  });

  test("the same mail to two queues is one ticket with both noted, in one delivery and in two", async () => {
    await take({ to: [SUPPORT, BILLING] });
    const messageId = freshId();
    const text = "The invoice of the repair is wrong.";
    await take({
      messageId,
      text,
      from: cast.hana.email,
      to: [BILLING, SUPPORT],
      envelope: { from: cast.hana.email, to: [BILLING] },
    });
    await take({
      messageId,
      text,
      from: cast.hana.email,
      to: [BILLING, SUPPORT],
      envelope: { from: cast.hana.email, to: [SUPPORT] },
    });
    const [one, two, ...more] = await tickets();
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      queueId: queues.repairs.id,
      banners: [{ code: "also_to_queue", data: { queueId: queues.billing.id, queue: "Billing" } }],
    });
    expect(two).toMatchObject({
      queueId: queues.billing.id,
      banners: [{ code: "also_to_queue", data: { queueId: queues.repairs.id } }],
    });
  });

  test("two copies at once are one message, and so are two runs of one job", async () => {
    for (let round = 0; round < 5; round++) {
      const copy = mail({ text: `round ${round}` });
      await Promise.all([sendMail(port, copy), sendMail(port, copy), sendMail(port, copy)]);
    }
    await workMail(6);
    const all = await tickets();
    expect(all).toHaveLength(5);
    expect(all.map((t) => t.messages.length)).toEqual([1, 1, 1, 1, 1]);
    const outcomes = await db().inboundMail.groupBy({ by: ["outcome"], _count: true, orderBy: { outcome: "asc" } });
    expect(outcomes.map((o) => [o.outcome, o._count])).toEqual([
      ["opened", 5],
      ["duplicate", 10],
    ]);
  });

  test("a mail of ours that comes back is noted and goes no further; mail that claims to be ours is never answered", async () => {
    await take();
    const { id } = await onlyTicket();
    const issued = await issue(id, cast.giulia);
    const loop = await take({ from: SUPPORT, messageId: issued.messageId, text: "our own words" });
    expect(loop).toMatchObject({ outcome: "duplicate", rule: "own_mail", threadId: id });
    expect((await onlyTicket()).messages).toHaveLength(1);
    await take({ from: BILLING, text: "written by nobody" });
    const [, claimed] = await tickets();
    expect(claimed).toMatchObject({ messages: [{ automatic: true }], banners: [{ code: "own_address" }] });
  });
});

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
    await sendRaw(port, soft, "", SUPPORT);
    await workMail();
    expect(await db().suppression.count()).toBe(0);
    await sendRaw(port, report({ messageId: issued.messageId }), "", SUPPORT);
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
      await sendRaw(port, raw, "", SUPPORT);
      await workMail();
    }
    expect(await onlyTicket()).toMatchObject({ state: "new", messageCount: 1 });
    expect(await db().outboundMail.findMany({ select: { id: true } })).toEqual([{ id: issued.id }]);
  });

  test("a bounce of a mail that is not ours waits for a person and suppresses nobody; a person may forward one", async () => {
    await sendRaw(port, report({ messageId: "<other@elsewhere.example>" }), "", SUPPORT);
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

describe("hostile and broken mail", () => {
  test("HTML that scripts, styles, loads or tricks is made harmless; inline images point at their attachment", async () => {
    const png = Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
      "base64",
    );
    await take({
      text: undefined,
      html: `<style>*{position:fixed}</style><p onclick="x()">Look <a href="javascript:alert(1)">here</a></p>
        <script>alert(1)</script><form action="/x"><input></form><img src="https://track.example/p.png">
        <img src="cid:shot@1"><iframe src="https://x.example"></iframe>`,
      attachments: [{ filename: "shot.png", content: png, cid: "shot@1" }],
    });
    const [message] = (await onlyTicket()).messages;
    expect(message!.html).not.toMatch(/script|style|onclick|javascript|<form|<input|iframe|track\.example/i);
    expect(message!.remoteImages).toBe(true);
    const [file] = message!.attachments;
    expect(file).toMatchObject({ inline: true, contentId: "shot@1", type: "image/png" });
    expect(message!.html).toContain(`src="/attachments/${file!.id}/shot.png"`);
  });

  test("a MIME bomb, an empty mail and a mail without headers reach an agent as they came", async () => {
    const bomb = Array.from(
      { length: 60 },
      (_, i) => `Content-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}\r\n`,
    );
    await sendRaw(port, `From: a@b.example\r\nSubject: bomb\r\n${bomb.join("")}`, "a@b.example", SUPPORT);
    const parts = `From: a@b.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n${"--x\r\n\r\ny\r\n".repeat(3_000)}`;
    await sendRaw(port, parts, "a@b.example", BILLING);
    await sendRaw(port, "no headers at all", "", SUPPORT);
    await sendMail(port, mail({ text: "the next one" }));
    await workMail();
    const all = await tickets();
    expect(all).toHaveLength(4);
    const unreadable = all.filter((t) => t.banners.some((b) => b.code === "unreadable_mail"));
    expect(unreadable.map((t) => t.queueId).sort()).toEqual(
      [queues.repairs.id, queues.repairs.id, queues.billing.id].sort(),
    );
    for (const { messages } of unreadable) {
      expect(messages[0]!.attachments).toMatchObject([{ name: "message.eml", type: "application/octet-stream" }]);
      expect(messages[0]!.automatic).toBe(true);
    }
    const failed = await db().inboundMail.findMany({ where: { stage: "failed" } });
    expect(failed.map((row) => row.error).sort()).toEqual(["no-headers", "too-deep", "too-many-parts"]);
  });

  test("a charset nobody knows, NUL and broken encodings become readable text", async () => {
    const raw = Buffer.concat([
      Buffer.from(
        `From: ${cast.hana.email}\r\nSubject: =?x-unknown?Q?caf=E9=00?=\r\nContent-Type: text/plain; charset=x-klingon\r\n\r\ncaf`,
      ),
      Buffer.from([0xe9, 0x00, 0x20, 0xff]),
      Buffer.from(" end of the letter\r\n"),
    ]);
    await sendRaw(port, raw, cast.hana.email, SUPPORT);
    await workMail();
    const [message] = (await onlyTicket()).messages;
    expect(message!.text).toMatch(/^caf.*end of the letter$/);
  });

  test("a thousand recipients are a list to look at, of whom fifty take part", async () => {
    const to = Array.from({ length: 1_000 }, (_, i) => `"R ${i}" <r${i}@many.example>`).join(",\r\n ");
    const raw = `From: ${cast.hana.email}\r\nTo: ${SUPPORT},\r\n ${to}\r\nSubject: All\r\n\r\nHello everybody\r\n`;
    await sendRaw(port, raw, cast.hana.email, SUPPORT);
    await workMail();
    const ticket = await onlyTicket();
    expect(ticket.participants).toHaveLength(50);
    expect((ticket.messages[0]!.addressees as { to: unknown[] }).to).toHaveLength(100);
  });

  test("header lines smuggled into names and subjects stay text", async () => {
    const raw = [
      `From: =?utf-8?Q?Eve=0D=0ABcc:_all@company.example?= <eve@evil.example>`,
      `To: ${SUPPORT}`,
      "Subject: =?utf-8?Q?Hi=0D=0AX-Injected:_yes?=",
      "",
      "text of the mail",
    ].join("\r\n");
    await sendRaw(port, raw, "eve@evil.example", SUPPORT);
    await workMail();
    const ticket = await onlyTicket();
    const { name } = await db().person.findUniqueOrThrow({ where: { id: ticket.requesterId } });
    expect(`${ticket.subject}${name}`).not.toMatch(/[\r\n]/);
    expect(ticket.participants).toEqual([]);
  });

  test("a mail that names nobody, has no subject and no text is a ticket all the same", async () => {
    await sendRaw(port, "Date: Fri, 20 Nov 2026 10:00:00 +0000\r\n\r\n", "", SUPPORT);
    await workMail();
    const ticket = await onlyTicket();
    expect(ticket.messages[0]).toMatchObject({ automatic: true, text: "" });
    expect(ticket.subject).toBe("—");
  });
});

describe("after a crash", () => {
  test("between reading and filing, the next run goes on and the mail is one message", async () => {
    await sendMail(port, mail({ attachments: [{ filename: "a.txt", content: "x" }] }));
    const [row] = await db().inboundMail.findMany();
    await db().inboundMail.update({ where: { id: row!.id }, data: { stage: "read", attempts: 7 } });
    await workMail();
    expect((await onlyTicket()).messages).toHaveLength(1);
  });

  test("reading that ended the process six times sets the mail aside, before an agent", async () => {
    await sendMail(port, mail());
    await db().inboundMail.updateMany({ data: { attempts: 6 } });
    await workMail();
    expect((await onlyTicket()).banners).toMatchObject([{ code: "unreadable_mail", data: { reason: "crashed" } }]);
  });

  test("a mail that cannot be filed for long comes to an agent as it is", async () => {
    await sendMail(port, mail());
    await db().inboundMail.updateMany({ data: { stage: "read", attempts: 8, error: "the reason" } });
    await workMail();
    expect((await onlyTicket()).banners).toMatchObject([{ code: "unreadable_mail", data: { reason: "the reason" } }]);
  });

  test("an error on the way is kept with the mail, and the next run files it", async () => {
    await sendMail(port, mail());
    await db().$executeRaw`alter table ticket rename to ticket_away`;
    await workMail();
    await db().$executeRaw`alter table ticket_away rename to ticket`;
    expect((await db().inboundMail.findMany())[0]).toMatchObject({ stage: "read", attempts: 1 });
    expect((await db().inboundMail.findMany())[0]!.error).toBeTruthy();
    await database().pool.query("update graphile_worker._private_jobs set run_at = now()");
    await workMail();
    expect((await onlyTicket()).messages).toHaveLength(1);
  });
});
