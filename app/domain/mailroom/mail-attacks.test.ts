import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { deflateRawSync } from "node:zlib";
import { emptyMailroom, findMail, listTickets, stageOf, take, theTicket } from "#tests/support/arriving-mail";
import { cast, queues } from "#tests/support/cast";
import { startDnsStub } from "#tests/support/dns-stub.mjs";
import { sendRaw, workMail } from "#tests/support/mailroom";
import { useDatabase } from "#tests/support/use-database";
import { readFileBytes } from "~/domain/files/read-file-bytes.server";
import { forgetDns } from "~/domain/mail/authentication/dns-cache.server";
import { deliverMail } from "~/domain/mail/deliver-mail.server";
import { parseMimeTree } from "~/domain/mail/mime/mime-tree";
import { parseMail } from "~/domain/mail/mime/parse-mail.server";
import { sendReceipt } from "~/domain/notifications/send-receipt.server";
import { forgetConfig } from "~/platform/config.server";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { startSmtpReceiver } from "./start-smtp-receiver.server";

useDatabase();
emptyMailroom();
const db = () => database().prisma;
let port = 0;
let stop: () => Promise<void>;
beforeAll(async () => ({ port, stop } = await startSmtpReceiver({ host: "127.0.0.1", port: 0 })));
afterAll(() => stop());
beforeEach(() => db().event.deleteMany());

let count = 0;
const header = (over: Record<string, string> = {}) =>
  Object.entries({
    From: `Giulia Marchetti <${cast.giulia.email}>`,
    To: queues.repairs.address,
    Subject: "La pompa perde",
    "Message-ID": `<attack.${++count}@client.example>`,
    "MIME-Version": "1.0",
    ...over,
  })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join("");

/** Sends bytes by SMTP, lets the mailroom work, and answers the mail's row. */
async function attack(raw: string | Buffer, from: string = cast.giulia.email) {
  expect(await sendRaw(port, raw, from, queues.repairs.address)).toMatch(/^250/);
  await workMail();
  const newest = await db().inboundMail.findFirstOrThrow({ orderBy: { id: "desc" }, select: { id: true } });
  return findMail(newest.id);
}

/** What every attack must leave possible: the next mail by SMTP becomes a message. */
async function expectMailTaken(): Promise<void> {
  const mail = await attack(`${header({ Subject: "the next one" })}\r\nHello, the pump leaks again.\r\n`);
  expect(mail).toMatchObject({ stage: "done", outcome: "opened" });
}

describe("a MIME bomb", () => {
  const nested = (depth: number) => {
    let body = "Content-Type: text/plain\r\n\r\ndeep\r\n";
    for (let n = 0; n < depth; n++) {
      body = `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n${body}\r\n--b${n}--\r\n`;
    }
    return body;
  };
  const wide = (parts: number) =>
    `Content-Type: multipart/mixed; boundary=b\r\n\r\n${"--b\r\nContent-Type: text/plain\r\n\r\nx\r\n".repeat(parts)}--b--\r\n`;
  const forwarded = (depth: number) => {
    let body = "Subject: innermost\r\n\r\nx\r\n";
    for (let n = 0; n < depth; n++) body = `Subject: ${n}\r\nContent-Type: message/rfc822\r\n\r\n${body}`;
    return body;
  };

  test.each([
    ["nested a thousand deep", nested(1_000)],
    ["of fifty thousand parts", wide(50_000)],
    ["of forwards in forwards", forwarded(2_000)],
    [
      "with a boundary of its own text",
      `Content-Type: multipart/mixed; boundary="--"\r\n\r\n${"----\r\n".repeat(200_000)}`,
    ],
    ["with a header of 900 kB", `X-Long: ${"a ".repeat(450_000)}\r\n\r\nHello\r\n`],
    ["with 100,000 header fields", `${"X: y\r\n".repeat(100_000)}\r\nHello\r\n`],
  ])("%s is kept in the time of a test and stops nobody", async (_name, body) => {
    const mail = await attack(header() + body);
    // Read, or given to an agent as it came.
    expect(["done opened", "failed unreadable"]).toContain(`${mail.stage} ${mail.outcome}`);
    expect(await listTickets()).toHaveLength(1);
    await db().ticket.deleteMany();
    await expectMailTaken();
  });
});

test("a zip bomb is a file like any other: stored as it came, never unpacked", async () => {
  const bomb = zip("zeros.bin", Buffer.alloc(100 * 1024 * 1024));
  expect(bomb.length).toBeLessThan(200 * 1024);
  const encoded = bomb.toString("base64").replace(/.{76}/g, "$&\r\n");
  const part = `Content-Type: application/zip; name=invoice.zip\r\nContent-Disposition: attachment; filename=invoice.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${encoded}\r\n`;
  const gzipped = part
    .replace("application/zip", "text/plain; charset=utf-8")
    .replace("Content-Transfer", "Content-Encoding: gzip\r\nContent-Transfer");
  const raw = `${header()}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nSee the invoice.\r\n--b\r\n${part}--b\r\n${gzipped}--b--\r\n`;
  const mail = await attack(raw);
  expect(mail).toMatchObject({ stage: "done", outcome: "opened" });
  const { messages } = await theTicket();
  expect(messages[0]?.attachments.map(({ name }) => name)).toEqual(["invoice.zip", "invoice.zip"]);
  for (const { fileId } of messages[0]?.attachments ?? []) expect(await readFileBytes(fileId)).toEqual(bomb);
  await db().ticket.deleteMany();
  await expectMailTaken();
});

describe("a header that would be two", () => {
  const word = (text: string) => `=?utf-8?B?${Buffer.from(text).toString("base64")}?=`;
  const evil = "x\r\nBcc: victim@elsewhere.example\r\nX-Injected: yes\r\n\r\n<script>";

  test.each([
    ["the sender's name", { From: `${word(evil)} <mallory@client.example>` }],
    ["the subject", { From: "mallory@client.example", Subject: word(evil) }],
    [
      "a subject of line separators",
      { From: "mallory@client.example", Subject: word("a\u2028Bcc: v@x.example\u0085X-Injected: yes\0b") },
    ],
    ["the Message-ID", { From: "mallory@client.example", "Message-ID": "<a@b\u0001>\tBcc: v@x.example" }],
    ["References", { From: "mallory@client.example", References: `<a@b> ${word(evil)} <c${"\u0002"}@d>` }],
    ["Reply-To", { From: "mallory@client.example", "Reply-To": `${word(evil)} <m@client.example>` }],
  ])("%s stays one line in our answer", async (_name, over) => {
    const mail = await attack(`${header(over)}\r\nHello, I ordered a pump.\r\n`, "mallory@client.example");
    expect(mail).toMatchObject({ stage: "done", outcome: "opened" });
    expect(`${mail.subject}${mail.fromName}${mail.messageId}`).not.toMatch(/[\r\n\0\u2028\u0085]/);
    const opened = await db().event.findFirstOrThrow({ where: { type: "ticket.opened" } });
    await sendReceipt(systemCtx(), opened.id);
    const queued = await db().outboundMail.findMany({ where: { state: "queued" } });
    expect(queued.length).toBeGreaterThan(0);
    for (const { id } of queued) {
      await deliverMail(systemCtx(), id);
      const { bytes } = await db().outboxMail.findUniqueOrThrow({ where: { outboundId: id } });
      const fields = parseMimeTree(Buffer.from(bytes)).fields.map(({ name }) => name);
      expect(fields).not.toContain("bcc");
      expect(fields).not.toContain("x-injected");
      for (const name of ["subject", "to", "from", "message-id", "reply-to"]) {
        expect(fields.filter((field) => field === name)).toHaveLength(1);
      }
      expect((await parseMail(Buffer.from(bytes))).to).toMatchObject([{ address: "mallory@client.example" }]);
    }
    await db().ticket.deleteMany();
    await expectMailTaken();
  });
});

test("ten megabytes of quoted lines open a ticket", { timeout: 60_000 }, async () => {
  const mail = await attack(`${header()}\r\nStill leaking.\r\n${">\r\n".repeat(3_400_000)}`);
  expect(mail).toMatchObject({ stage: "done", outcome: "opened" });
  expect((await theTicket()).messages[0]?.text).toBe("Still leaking.");
  await db().ticket.deleteMany();
  await expectMailTaken();
});

test("a sender's domain of mixed scripts is shown in the mail's trace", async () => {
  const mail = await attack(`${header({ From: "Support <help@xn--pypal-4ve.com>" })}\r\nPay here.\r\n`);
  expect(stageOf(mail, "authenticate")).toMatchObject({ homograph: "Latin+Cyrillic" });
  const honest = await attack(`${header({ From: "Иван <ivan@xn--e1afmkfd.xn--p1ai>" })}\r\nПривет.\r\n`);
  expect(stageOf(honest, "authenticate")).toMatchObject({ homograph: null });
  await db().ticket.deleteMany();
  await expectMailTaken();
});

describe("a stranger who writes as ourselves", () => {
  const nobody = process.env.MAIL_DNS;
  let dns: Awaited<ReturnType<typeof startDnsStub>>;
  beforeAll(async () => {
    dns = await startDnsStub({ "northwind.example": { TXT: ["v=spf1 ip4:192.0.2.25 -all"] } });
    process.env.MAIL_DNS = dns.address;
    forgetConfig();
  });
  afterAll(async () => {
    process.env.MAIL_DNS = nobody;
    forgetConfig();
    await dns.stop();
  });
  beforeEach(() => forgetDns());
  // As the receiver keeps it for a client from outside: on the loopback every client is one's own network.
  const outside = { clientIp: "203.0.113.66", helo: "evil.example" };

  test("and whose SPF fails is held, answered by nobody, and opens nothing", async () => {
    const held = await take({ from: cast.sara.email, subject: "Urgent transfer" }, outside);
    expect(held).toMatchObject({
      stage: "held",
      outcome: null,
      hold: { reason: "not_verified", data: { ourDomain: true } },
      auth: { by: "own", spf: { result: "fail", domain: "northwind.example" } },
    });
    expect(await listTickets()).toEqual([]);
    expect(await db().outboundMail.count()).toBe(0);
    await expectMailTaken();
  });

  test("with an envelope that passes for another domain is held too", async () => {
    dns.zone["evil.example"] = { TXT: ["v=spf1 ip4:203.0.113.66 -all"] };
    const held = await take({ from: `"Sara" <${cast.sara.email}>` }, { ...outside, envelopeFrom: "x@evil.example" });
    expect(held).toMatchObject({ hold: { reason: "not_verified" }, auth: { spf: { result: "pass" } } });
    expect(await listTickets()).toEqual([]);
  });

  test("while DNS is down is held as well, and the sender waits for nothing", async () => {
    dns.zone["northwind.example"] = "fail";
    const held = await take({ from: cast.sara.email }, outside);
    expect(held).toMatchObject({ hold: { reason: "not_verified" }, auth: { spf: { result: "temperror" } } });
    dns.zone["northwind.example"] = { TXT: ["v=spf1 ip4:192.0.2.25 -all"] };
  });

  test("from the server that SPF names is no stranger", async () => {
    const mail = await take({ from: cast.sara.email }, { clientIp: "192.0.2.25", helo: "mx.northwind.example" });
    expect(mail).toMatchObject({ stage: "done", hold: null, auth: { spf: { result: "pass" } } });
  });
});

/** A zip archive of one file. */
function zip(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content, { level: 9 });
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(content.length, 22);
  local.writeUInt16LE(name.length, 26);
  return Buffer.concat([local, Buffer.from(name), packed]);
}
