import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { queues } from "#tests/support/cast";
import { sendMail, sendRaw, talkSmtp } from "#tests/support/mailroom";
import { useDatabase } from "#tests/support/use-database";
import { makeReplyKey } from "~/domain/mail/reply-keys.server";
import { newId } from "~/lib/id";
import { database, disconnect } from "~/platform/db.server";
import { startSmtpReceiver } from "./start-smtp-receiver.server";

useDatabase();
const SUPPORT = queues.repairs.address;
const ENVELOPE = [`EHLO client.example\r\n`, `MAIL FROM:<a@b.example>\r\n`, `RCPT TO:<${SUPPORT}>\r\n`, `DATA\r\n`];
const limits = { host: "127.0.0.1", port: 0, messageBytes: 200_000, idleMs: 1_500, connectionsPerIp: 6, recipients: 3 };
let receiver: Awaited<ReturnType<typeof startSmtpReceiver>>;

beforeAll(async () => {
  receiver = await startSmtpReceiver(limits);
});
afterAll(() => receiver.stop());
beforeEach(async () => void (await database().prisma.inboundMail.deleteMany()));

const kept = () => database().prisma.inboundMail.findMany({ include: { raw: true } });
const plain = { from: "giulia@marchetti.example", to: SUPPORT, subject: "Leak", text: "It leaks." };

describe("the SMTP receiver", () => {
  test("answers 250 for bytes, envelope and job that are committed", async () => {
    const response = await sendMail(receiver.port, plain);
    expect(response).toMatch(/^250 /);
    const [mail] = await kept();
    expect(mail).toMatchObject({
      source: "smtp",
      stage: "received",
      envelopeFrom: "giulia@marchetti.example",
      recipients: [SUPPORT],
      clientIp: "127.0.0.1",
      tls: false,
      attempts: 0,
    });
    expect(mail!.helo).not.toBe("");
    expect(Buffer.from(mail!.raw!.bytes).toString()).toContain("It leaks.");
    expect(mail!.size).toBe(mail!.raw!.bytes.length);
    const { rows } = await database().pool.query("select payload from graphile_worker._private_jobs where key = $1", [
      `mail:${mail!.id}`,
    ]);
    expect(rows).toEqual([{ payload: { inboundId: mail!.id } }]);
  });

  test("takes tags, reply keys at any local part, and the null sender", async () => {
    await sendRaw(receiver.port, "Subject: x\r\n\r\ny", "", `Support+order-7@Northwind.example`);
    await sendRaw(receiver.port, "Subject: x\r\n\r\ny", "", `whatever+${makeReplyKey(newId())}@northwind.example`);
    expect((await kept()).map((mail) => mail.envelopeFrom)).toEqual(["", ""]);
  });

  test("refuses unknown recipients for good, and takes an address that was just added", async () => {
    await expect(sendMail(receiver.port, { ...plain, to: "nobody@northwind.example" })).rejects.toThrow(
      /550 5\.1\.1 There is no mailbox nobody@northwind\.example here/,
    );
    await expect(sendMail(receiver.port, { ...plain, to: "k.aaaa.bbbb@northwind.example" })).rejects.toThrow(/550/);
    await database().prisma.queueAddress.create({
      data: { address: "new@northwind.example", queueId: queues.repairs.id },
    });
    await sendMail(receiver.port, { ...plain, to: "new@northwind.example" });
    expect(await kept()).toHaveLength(1);
  });

  test("refuses a message over the limit in clear words, announced or not, and goes on", async () => {
    const big = { ...plain, text: "x".repeat(70).concat("\n").repeat(4_000) };
    await expect(sendMail(receiver.port, big)).rejects.toThrow(/552/);
    const body = `Subject: x\r\n\r\n${"y".repeat(78)}\r\n`.padEnd(210_000, "z");
    const heard = await talkSmtp(receiver.port, [
      ...ENVELOPE,
      `${body}\r\n.\r\n`,
      ...ENVELOPE.slice(1),
      "Subject: a\r\n\r\nb\r\n.\r\n",
    ]);
    expect(heard).toMatch(/552 5\.3\.4 This message is too large/);
    expect(heard.trimEnd()).toMatch(/250 [^\n]*$/);
    expect(await kept()).toHaveLength(1);
  });

  test("ends a message at CRLF.CRLF only", async () => {
    const body = "Subject: x\r\n\r\nfirst\n.\nMAIL FROM:<evil@b.example>\n.\r\nsecond\r.\r\nRCPT TO:<x@y>\r\n..dot\r\n";
    const heard = await talkSmtp(receiver.port, [...ENVELOPE, body, ".\r\n", "QUIT\r\n"]);
    expect(heard.match(/^250 OK/gm)).toHaveLength(1);
    const [mail, ...more] = await kept();
    expect(more).toEqual([]);
    const text = Buffer.from(mail!.raw!.bytes).toString("latin1");
    expect(text).toContain("MAIL FROM:<evil@b.example>");
    expect(text).toContain("\r\n.dot\r\n");
  });

  test("takes pipelined commands, 8-bit and international mail", async () => {
    const commands = "EHLO client.example\r\nMAIL FROM:<юля@пример.example> BODY=8BITMIME SMTPUTF8\r\n";
    const rest = `RCPT TO:<${SUPPORT}>\r\nDATA\r\n`;
    const utf8 = (text: string) => Buffer.from(text, "utf8").toString("latin1");
    const heard = await talkSmtp(receiver.port, [
      utf8(commands) + rest,
      utf8("Subject: Протечка\r\n\r\nТечёт кран\r\n.\r\n"),
    ]);
    expect(heard).toMatch(/SIZE 200000/);
    expect(heard).toMatch(/PIPELINING[^]*8BITMIME[^]*SMTPUTF8/);
    expect(heard).toMatch(/^250[- ]STARTTLS/m);
    expect(heard).not.toMatch(/AUTH/);
    const [mail] = await kept();
    expect(mail!.envelopeFrom).toBe("юля@пример.example");
    expect(Buffer.from(mail!.raw!.bytes).toString()).toContain("Течёт кран");
  });

  test("refuses an address that is no text", async () => {
    const heard = await talkSmtp(receiver.port, [
      ENVELOPE[0]!,
      "MAIL FROM:<\xff\xfe@b.example>\r\n",
      ENVELOPE[1]!,
      "RCPT TO:<\xe9@northwind.example>\r\n",
    ]);
    expect(heard.match(/^553 5\.6\.7/gm)).toHaveLength(2);
  });

  test("takes mail to the postmaster, with and without a domain of ours", async () => {
    for (const to of ["Postmaster", "postmaster@northwind.example"])
      await talkSmtp(receiver.port, [
        ...ENVELOPE.slice(0, 2),
        `RCPT TO:<${to}>\r\n`,
        "DATA\r\n",
        "Subject: x\r\n\r\ny\r\n.\r\n",
      ]);
    expect(await kept()).toHaveLength(2);
    const heard = await talkSmtp(receiver.port, [
      ...ENVELOPE.slice(0, 2),
      "RCPT TO:<postmaster@elsewhere.example>\r\n",
    ]);
    expect(heard).toMatch(/550 5\.1\.1/);
  });

  test("keeps nothing of a message that breaks off", async () => {
    await talkSmtp(receiver.port, [...ENVELOPE, "Subject: x\r\n\r\nhalf of it"]);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await kept()).toEqual([]);
  });

  test("bounds recipients, connections, messages of an address, and the patience with silent clients", async () => {
    const many = Array.from({ length: 5 }, (_, i) => `RCPT TO:<support+${i}@northwind.example>\r\n`);
    expect(await talkSmtp(receiver.port, [...ENVELOPE.slice(0, 2), ...many], 20)).toMatch(/452/);
    const calls = await Promise.all(Array.from({ length: 10 }, () => talkSmtp(receiver.port, ["NOOP\r\n"], 600)));
    expect(calls.filter((heard) => /421 4\.7\.0 Too many connections/.test(heard)).length).toBe(4);
    expect(await talkSmtp(receiver.port, ["EHLO a.example\r\n"], 2_200)).toMatch(/421 .*Timeout/);
  });

  test("a taken port is the listen error itself", async () => {
    await expect(startSmtpReceiver({ ...limits, port: receiver.port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  });
});

describe("without a database", () => {
  const url = () => process.env.DATABASE_URL!;
  async function connectTo(next: string) {
    await disconnect();
    process.env.DATABASE_URL = next;
  }

  test("the end of a message is answered 451, and so is every later step; nothing is lost by a false 250", async () => {
    const alive = url();
    const talk = talkSmtp(receiver.port, [...ENVELOPE, "Subject: x\r\n\r\ny\r\n", ".\r\n"], 250);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await connectTo("postgresql://nobody:nothing@127.0.0.1:1/none");
    try {
      const heard = await talk;
      expect(heard).toMatch(/354[^]*451 4\.3\.0 We cannot take mail at this moment/);
      expect(heard).not.toMatch(/^250 OK: message/m);
      expect(await talkSmtp(receiver.port, ENVELOPE.slice(0, 3))).toMatch(/451 4\.3\.0/);
    } finally {
      await connectTo(alive);
    }
    expect(await kept()).toEqual([]);
    expect(await sendMail(receiver.port, plain)).toMatch(/^250/);
  });
});
