import { describe, expect, test } from "vitest";
import { listTickets, useRules } from "#tests/support/arriving-mail";
import { cast, queues } from "#tests/support/cast";
import { makeRule } from "#tests/support/mail-rules";
import { answerTo, lastSentTo, sentTo, mailScene, workAll } from "#tests/support/mail-scene";
import { sendRaw } from "#tests/support/mailroom";
import { database } from "~/platform/db.server";

// Everything here comes in by SMTP and goes through the worker's own jobs: answers leave for the outbox, and whoever got
// one answers it by SMTP again.
const { arrive, arriveRaw, port } = mailScene();
const SUPPORT = queues.repairs.address;
const BILLING = queues.billing.address;
const ROBOT = "robot@elsewhere.example";
const db = () => database().prisma;
const messages = () => db().message.findMany({ orderBy: { id: "asc" } });

describe("answers that answer each other", () => {
  test("two mailboxes of ours: a mail in both names ends after one ticket and goes round no more", async () => {
    await arrive({ from: SUPPORT, to: BILLING, subject: "Please look", text: "From one mailbox to the other." });
    for (let round = 0; round < 3; round++) {
      const out = [...(await sentTo(SUPPORT)), ...(await sentTo(BILLING))];
      for (const { shown, recipient } of out) {
        if (shown) await sendRaw(port(), Buffer.from(shown.bytes), BILLING, recipient);
      }
      await workAll();
    }
    expect(await db().ticket.count()).toBe(1);
    expect(await messages()).toHaveLength(1);
    expect([...(await sentTo(SUPPORT)), ...(await sentTo(BILLING))]).toEqual([]);
  });

  test("a mail of ours that comes back by a forwarding is known again, and nothing answers it", async () => {
    await arrive({ from: cast.giulia.email, to: SUPPORT, subject: "Leak", text: "The pump leaks since yesterday." });
    const [receipt] = await sentTo(cast.giulia.email);
    expect(receipt?.shown).toBeTruthy();
    await arriveRaw(Buffer.from(receipt!.shown!.bytes), SUPPORT, BILLING);
    expect(await db().ticket.count()).toBe(1);
    expect(await messages()).toHaveLength(1);
    expect(await sentTo(cast.giulia.email)).toHaveLength(1);
  });

  test("a robot that answers every answer as a person would is stopped by the limits, and loses nothing", async () => {
    await arrive({ from: ROBOT, to: SUPPORT, subject: "Hello", text: "I answer whatever comes, without a header." });
    let answered = 0;
    for (let round = 0; round < 12; round++) {
      const out = await sentTo(ROBOT);
      if (out.length === answered) break;
      answered = out.length;
      await arrive({
        from: ROBOT,
        to: SUPPORT,
        subject: `Hello ${round}`,
        text: `A new matter, number ${round}, for you.`,
      });
    }
    const stopped = await db().outboundMail.count({ where: { recipient: ROBOT, state: "suppressed" } });
    expect(stopped).toBeGreaterThan(0);
    expect(answered).toBeLessThan(12);
    expect(await messages()).toHaveLength(await db().inboundMail.count());
  }, 60_000);

  test("a vacation notice to our receipt is folded into the ticket: no status, no answer", async () => {
    await arrive({ from: cast.giulia.email, to: SUPPORT, subject: "Leak", text: "The pump leaks since yesterday." });
    const [receipt] = await sentTo(cast.giulia.email);
    const before = await db().ticket.findFirstOrThrow();
    await arrive({
      from: cast.giulia.email,
      to: SUPPORT,
      subject: "Out of office",
      inReplyTo: receipt!.messageId,
      headers: { "Auto-Submitted": "auto-replied" },
      text: "I am away until Monday.",
    });
    const after = await db().ticket.findFirstOrThrow();
    expect(after).toMatchObject({ state: before.state, lastCustomerAt: before.lastCustomerAt });
    expect((await messages()).map(({ automatic }) => automatic)).toEqual([false, true]);
    expect(await sentTo(cast.giulia.email)).toHaveLength(1);
  });
});

describe("a mailing list", () => {
  const LIST = "announce@lists.example";
  const post = (n: number) => ({
    from: `"A member" <member${n}@elsewhere.example>`,
    to: LIST,
    envelope: { from: "announce-bounces@lists.example", to: [SUPPORT] },
    subject: `[announce] Number ${n}`,
    headers: {
      "List-Id": "Announcements <announce.lists.example>",
      "List-Post": `<mailto:${LIST}>`,
      "List-Unsubscribe": `<mailto:announce-leave@lists.example>`,
      Precedence: "list",
      "Reply-To": LIST,
    },
    text: `Dear members, this is number ${n}.`,
  });

  test("that a queue is on opens tickets, is answered by nobody, and invites nobody", async () => {
    for (let n = 1; n <= 2; n++) expect(await arrive(post(n))).toMatchObject({ outcome: "opened" });
    const tickets = await listTickets();
    expect(tickets).toHaveLength(2);
    for (const { messages, participants } of tickets)
      expect({ messages, participants }).toMatchObject({ messages: [{ automatic: true }], participants: [] });
    expect(await db().outboundMail.count()).toBe(0);
  });

  test("that a customer's answer went through is folded into the ticket: no answer, no move, no loop", async () => {
    await arrive({ from: cast.giulia.email, to: SUPPORT, subject: "Leak", text: "The pump leaks since yesterday." });
    const { to, inReplyTo } = await answerTo(await lastSentTo(cast.giulia.email));
    const before = await db().ticket.findFirstOrThrow();
    const out = await db().outboundMail.count();
    for (let round = 0; round < 3; round++)
      await arrive({ ...post(round), from: cast.giulia.email, inReplyTo, to: [LIST, to] });
    expect(await db().ticket.findFirstOrThrow()).toMatchObject({
      state: before.state,
      waitingSince: before.waitingSince,
      lastCustomerAt: before.lastCustomerAt,
    });
    expect((await messages()).map(({ automatic }) => automatic)).toEqual([false, true, true, true]);
    expect(await db().ticket.count()).toBe(1);
    expect(await db().outboundMail.count()).toBe(out);
  });
});

describe("a rule that forwards to an address that forwards back", () => {
  const PARTNER = "partner@elsewhere.example";

  const forwards = async () => (await sentTo(PARTNER)).filter(({ template }) => template === "forward");

  test.each([
    ["as it came", (bytes: string) => bytes],
    ["under its own name", (bytes: string) => renamed(bytes)],
    ["as an attachment", (bytes: string) => enclosed(bytes)],
  ])("%s is forwarded once, and the round is over", async (_, pass) => {
    await useRules(makeRule(1, {}, { forwardTo: [PARTNER] }));
    await arrive({ from: cast.giulia.email, to: SUPPORT, subject: "Leak", text: "The pump leaks since yesterday." });
    for (let round = 0; round < 3; round++) {
      const { shown } = (await forwards()).at(-1)!;
      await arriveRaw(pass(Buffer.from(shown!.bytes).toString("latin1")), PARTNER, SUPPORT);
    }
    expect(await forwards()).toHaveLength(1);
    const [first] = await listTickets();
    expect(first!.messages).toHaveLength(1);
  });

  const renamed = (bytes: string) =>
    bytes
      .replace(/^Message-ID: .*$/im, `Message-ID: <${Math.random()}@elsewhere.example>`)
      .replace(/^From: .*(?:\r\n[ \t].*)*$/im, `From: ${PARTNER}`);

  const enclosed = (bytes: string) =>
    [
      "From: third@elsewhere.example",
      `To: ${SUPPORT}`,
      "Subject: Fwd: Leak",
      `Message-ID: <${Math.random()}@elsewhere.example>`,
      "MIME-Version: 1.0",
      'Content-Type: multipart/mixed; boundary="f"',
      "",
      "--f",
      "",
      "Please look.",
      "--f",
      "Content-Type: message/rfc822",
      "",
      bytes,
      "--f--",
      "",
    ].join("\r\n");
});
