import { Logger, runOnce } from "graphile-worker";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { cast, queues } from "#tests/support/cast";
import { sendMail, sendRaw } from "#tests/support/mailroom";
import { useDatabase } from "#tests/support/use-database";
import { registry } from "~/jobs/registry.server";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { startSmtpReceiver } from "./start-smtp-receiver.server";

// Everything here comes in by SMTP and goes through the worker's own jobs: answers leave for the outbox, and whoever got
// one answers it by SMTP again.
useDatabase();
const SUPPORT = queues.repairs.address;
const BILLING = queues.billing.address;
const ROBOT = "robot@elsewhere.example";
const quiet = new Logger(() => () => undefined);
const db = () => database().prisma;
let receiver: Awaited<ReturnType<typeof startSmtpReceiver>>;
let count = 0;

beforeAll(async () => {
  receiver = await startSmtpReceiver({ host: "127.0.0.1", port: 0 });
});
afterAll(() => receiver.stop());
beforeEach(async () => {
  await db().ticket.deleteMany();
  await db().inboundMail.deleteMany();
  await db().seenMail.deleteMany();
  await db().threadKey.deleteMany();
  await db().outboundMail.deleteMany();
  await db().rateWindow.deleteMany();
});

/** Runs every job that is due, with all that follows. */
async function work(): Promise<void> {
  const taskList = Object.fromEntries(
    [...registry.values()].map((job) => [
      job.name,
      (payload: unknown) => job.run(systemCtx(), job.payload.parse(payload)),
    ]),
  );
  await runOnce({ pgPool: database().pool, taskList, concurrency: 2, noHandleSignals: true, logger: quiet });
}

/** Sends by SMTP and lets all of it happen. */
async function arrive(mail: Parameters<typeof sendMail>[1]): Promise<void> {
  await sendMail(receiver.port, { messageId: `<${++count}@elsewhere.example>`, ...mail });
  await work();
}

const sentTo = (recipient: string) =>
  db().outboundMail.findMany({
    where: { recipient, state: "sent" },
    orderBy: { id: "asc" },
    include: { shown: true },
  });
const messages = () => db().message.findMany({ orderBy: { id: "asc" } });

describe("answers that answer each other", () => {
  test("two mailboxes of ours: a mail in both names ends after one ticket and goes round no more", async () => {
    await arrive({ from: SUPPORT, to: BILLING, subject: "Please look", text: "From one mailbox to the other." });
    for (let round = 0; round < 3; round++) {
      const out = [...(await sentTo(SUPPORT)), ...(await sentTo(BILLING))];
      for (const { shown, recipient } of out) {
        if (shown) await sendRaw(receiver.port, Buffer.from(shown.bytes), BILLING, recipient);
      }
      await work();
    }
    expect(await db().ticket.count()).toBe(1);
    expect(await messages()).toHaveLength(1);
    expect([...(await sentTo(SUPPORT)), ...(await sentTo(BILLING))]).toEqual([]);
  });

  test("a mail of ours that comes back by a forwarding is known again, and nothing answers it", async () => {
    await arrive({ from: cast.giulia.email, to: SUPPORT, subject: "Leak", text: "The pump leaks since yesterday." });
    const [receipt] = await sentTo(cast.giulia.email);
    expect(receipt?.shown).toBeTruthy();
    await sendRaw(receiver.port, Buffer.from(receipt!.shown!.bytes), SUPPORT, BILLING);
    await work();
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

describe("bounces", () => {
  const report = (about: string, id: string) =>
    [
      "From: Mail Delivery System <MAILER-DAEMON@elsewhere.example>",
      `To: ${SUPPORT}`,
      "Subject: Undelivered Mail Returned to Sender",
      `Message-ID: <${id}@elsewhere.example>`,
      "Auto-Submitted: auto-replied",
      "MIME-Version: 1.0",
      'Content-Type: multipart/report; report-type=delivery-status; boundary="r"',
      "",
      "--r",
      "",
      "I could not deliver your message.",
      "--r",
      "Content-Type: message/delivery-status",
      "",
      "Reporting-MTA: dns; elsewhere.example",
      "",
      `Final-Recipient: rfc822; ${cast.giulia.email}`,
      "Action: failed",
      "Status: 5.1.1",
      "Diagnostic-Code: smtp; 550 5.1.1 user unknown",
      "--r",
      "Content-Type: message/rfc822",
      "",
      about,
      "--r--",
      "",
    ].join("\r\n");

  test("a bounce of a bounce opens nothing and is answered by nobody", async () => {
    await arrive({ from: cast.giulia.email, to: SUPPORT, subject: "Leak", text: "The pump leaks since yesterday." });
    const [receipt] = await sentTo(cast.giulia.email);
    const original = Buffer.from(receipt!.shown!.bytes).toString("latin1");
    const first = report(original, "bounce1");
    await sendRaw(receiver.port, first, "", SUPPORT);
    await work();
    expect(await db().outboundMail.findUniqueOrThrow({ where: { id: receipt!.id } })).toMatchObject({
      state: "bounced",
      reason: "userunknown",
    });
    const before = { tickets: await db().ticket.count(), out: await db().outboundMail.count() };
    await sendRaw(receiver.port, report(first, "bounce2"), "", SUPPORT);
    await work();
    expect({ tickets: await db().ticket.count(), out: await db().outboundMail.count() }).toEqual(before);
    expect((await messages()).filter(({ side }) => side === "customer")).toHaveLength(1);
  });
});
