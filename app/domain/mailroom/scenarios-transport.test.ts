import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { listTickets, theTicket } from "#tests/support/arriving-mail";
import { cast, queues } from "#tests/support/cast";
import { answerFromDesk, answerTo, lastSentTo, mailScene, workAll } from "#tests/support/mail-scene";
import { SmtpClient } from "#tests/support/smtp-client";
import { deliverMail } from "~/domain/mail/deliver-mail.server";
import { closeTransport } from "~/domain/mail/transports/choose-transport.server";
import { clock, freezeClock } from "~/platform/clock.server";
import { forgetConfig } from "~/platform/config.server";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";

// What lies between two mail servers: sizes, commands in one packet, addresses beyond ASCII, a server that says "later".
const { arrive, port } = mailScene();
const SUPPORT = queues.repairs.address;
const db = () => database().prisma;
const MB = 1024 * 1024;
const bytes = (text: string) => Buffer.from(text).toString("latin1");

describe("a mail of", () => {
  const lines = Buffer.from(`${"x".repeat(76)}\r\n`.repeat(16_384));
  const head = (id: string) =>
    `From: ${cast.giulia.email}\r\nSubject: Big\r\nMessage-ID: <${id}@client.example>\r\n\r\n`;

  async function send(client: SmtpClient, id: string, size: number): Promise<string> {
    await client.say(`RCPT TO:<${SUPPORT}>`);
    expect(await client.say("DATA")).toMatch(/^354/);
    client.write(head(id));
    let left = size - head(id).length;
    for (; left > lines.length; left -= lines.length) await client.pour(lines);
    await client.pour(Buffer.concat([lines.subarray(0, left - 2), Buffer.from("\r\n")]));
    return client.say(".");
  }

  test("25 MB becomes a ticket; one of 26 MB is refused when announced and when not, and the next is taken", async () => {
    const client = await SmtpClient.greet(port());
    expect(await client.say(`MAIL FROM:<${cast.giulia.email}> SIZE=${25 * MB}`)).toMatch(/^250/);
    expect(await send(client, "25mb", 25 * MB)).toMatch(/^250/);
    expect(await client.say(`MAIL FROM:<${cast.giulia.email}> SIZE=${26 * MB}`)).toMatch(/^552/);
    expect(await client.say(`MAIL FROM:<${cast.giulia.email}>`)).toMatch(/^250/);
    expect(await send(client, "26mb", 26 * MB)).toMatch(/^552 5\.3\.4/);
    expect(await client.say(`MAIL FROM:<${cast.giulia.email}>`)).toMatch(/^250/);
    expect(await send(client, "small", 2_000)).toMatch(/^250/);
    await client.say("QUIT");
    await workAll();
    const found = await db().inboundMail.findMany({ orderBy: { id: "asc" }, select: { messageId: true, stage: true } });
    expect(found).toEqual([
      { messageId: "<25mb@client.example>", stage: "done" },
      { messageId: "<small@client.example>", stage: "done" },
    ]);
    expect(await listTickets()).toHaveLength(2);
  });
});

test("an address beyond ASCII comes in pipelined and 8-bit, gets its receipt, and its answer finds the ticket", async () => {
  const JULIA = "юля@пример.example";
  const client = await SmtpClient.greet(port());
  const replies = await client.sayTogether([
    bytes(`MAIL FROM:<${JULIA}> BODY=8BITMIME SMTPUTF8`),
    `RCPT TO:<${SUPPORT}>`,
    "DATA",
  ]);
  expect(replies.map((reply) => reply.slice(0, 3))).toEqual(["250", "250", "354"]);
  const mail = [
    `From: Юля Петрова <${JULIA}>`,
    `To: ${SUPPORT}`,
    "Subject: Насос течёт",
    "Message-ID: <utf8.1@пример.example>",
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: 8bit",
    "",
    "Насос течёт со вчерашнего дня и не останавливается.",
  ];
  client.write(Buffer.from(`${mail.join("\r\n")}\r\n`));
  expect(await client.say(".")).toMatch(/^250/);
  await client.say("QUIT");
  await workAll();

  const first = await theTicket();
  expect(first).toMatchObject({ subject: "Насос течёт", locale: "ru" });
  const address = await db().emailAddress.findFirstOrThrow({ where: { personId: first.requesterId } });
  const receipt = await lastSentTo(address.address);
  expect(receipt).toMatchObject({ template: "receipt", recipientName: "Юля Петрова" });
  await answerFromDesk("elena", first.number, "Новый насос уже в пути.");
  const answer = await lastSentTo(address.address);
  expect(answer.template).toBe("reply");
  await arrive({ ...(await answerTo(answer)), from: { name: "Юля", address: JULIA }, text: "Спасибо!" });
  const ticket = await theTicket();
  expect(ticket.messages.map(({ text }) => text).at(-1)).toBe("Спасибо!");
  expect(ticket.messages.at(-1)).toMatchObject({ authorId: first.requesterId, rule: "reply_key" });
});

describe("a server that knows nobody yet and says later", () => {
  const seen = new Set<string>();
  const got: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo({ address }, _session, answer) {
      if (seen.has(address)) return answer();
      seen.add(address);
      answer(Object.assign(new Error("4.7.1 Greylisted, try again later"), { responseCode: 451 }));
    },
    onData(stream, _session, answer) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        got.push(Buffer.concat(chunks).toString());
        answer(null, "2.0.0 taken");
      });
    },
  });
  beforeAll(() => new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", () => resolve())));
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
  let thaw = () => {};
  afterEach(() => {
    thaw();
    closeTransport();
    delete process.env.SMTP_URL;
    forgetConfig();
  });

  test("gets the answer with the next try; the message shows both, and nothing is sent twice", async () => {
    process.env.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
    forgetConfig();
    await arrive({ from: cast.giulia.email, subject: "Leak", text: "The pump leaks since yesterday." });
    const receipt = () => db().outboundMail.findFirstOrThrow({ where: { recipient: cast.giulia.email } });
    const deferred = await receipt();
    expect(deferred).toMatchObject({ state: "deferred", status: "4.7.1", attempts: 1, transport: "smtp" });
    expect(deferred.nextTryAt!.getTime()).toBeGreaterThan(clock.now().getTime() + 30_000);
    await deliverMail(systemCtx(), deferred.id);
    expect(await receipt()).toMatchObject({ state: "deferred", attempts: 1 });

    thaw = freezeClock(deferred.nextTryAt!);
    await deliverMail(systemCtx(), deferred.id);
    await deliverMail(systemCtx(), deferred.id);
    expect(await receipt()).toMatchObject({ state: "sent", attempts: 2 });
    expect(got).toHaveLength(1);
    expect(got[0]).toContain(deferred.messageId);
    expect(await db().suppression.count()).toBe(0);
  });
});
