import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { queues } from "#tests/support/cast";
import { SmtpClient } from "#tests/support/smtp-client";
import { useDatabase } from "#tests/support/use-database";
import { database } from "~/platform/db.server";
import { startSmtpReceiver } from "./start-smtp-receiver.server";

useDatabase();
const RCPT = `RCPT TO:<${queues.repairs.address}>`;
const FROM = "MAIL FROM:<a@b.example>";
const TEXT = "Subject: x\r\n\r\ny\r\n.";
let stop: (() => Promise<void>) | undefined;
beforeEach(async () => {
  await database().prisma.inboundMail.deleteMany();
  await database().prisma.rateWindow.deleteMany();
});
afterEach(async () => {
  await stop?.();
  stop = undefined;
});

async function start(limits: Parameters<typeof startSmtpReceiver>[0] = {}): Promise<number> {
  const receiver = await startSmtpReceiver({ host: "127.0.0.1", port: 0, ...limits });
  stop = receiver.stop;
  return receiver.port;
}
const kept = () => database().prisma.inboundMail.findMany({ orderBy: { id: "asc" }, include: { raw: true } });
const textOf = (mail: Awaited<ReturnType<typeof kept>>[number]) => Buffer.from(mail.raw!.bytes).toString("latin1");
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A client up to the point where the text is expected. */
async function atText(port: number): Promise<SmtpClient> {
  const client = await SmtpClient.greet(port);
  expect((await client.sayTogether([FROM, RCPT, "DATA"])).at(-1)).toMatch(/^354/);
  return client;
}

/** What the next client is greeted with. */
async function greetingAt(port: number): Promise<string> {
  const client = SmtpClient.open(port);
  const greeting = await client.reply();
  client.drop();
  return greeting;
}

/** What every attack must leave possible. */
async function expectMailTaken(port: number): Promise<void> {
  const client = await atText(port);
  expect(await client.say(TEXT)).toMatch(/^250/);
  expect(await client.say("QUIT")).toMatch(/^221/);
  client.drop();
}

/** Writes one octet every `everyMs` until the server hangs up; answers after how long. */
async function drip(client: SmtpClient, octets: string, everyMs: number, patienceMs: number): Promise<number> {
  let at = 0;
  const timer = setInterval(() => client.closed || client.write(octets[at++ % octets.length]!), everyMs);
  return client.gone(patienceMs).finally(() => clearInterval(timer));
}

describe("one DATA is one mail", () => {
  const smuggled = `${FROM.replace("a@", "evil@")}\r\n${RCPT}\r\nDATA\r\nSubject: smuggled\r\n\r\nz`;
  const ends = [
    "\n.\n",
    "\n.\r\n",
    "\r.\r",
    "\r.\r\n",
    "\r\n.\n",
    "\r\n.\r",
    "\r\n\0.\r\n",
    "\r\n.\0\r\n",
    "\r\n. \r\n",
  ];

  test.each(ends.map((end) => [JSON.stringify(end), end]))("%s does not end it", async (_name, end) => {
    const port = await start();
    for (const octets of ["at once", "one by one"]) {
      const client = await atText(port);
      const text = `Subject: first\r\n\r\ntext${end}${smuggled}\r\n.\r\n`;
      if (octets === "at once") client.write(text);
      else
        for (const octet of text) {
          client.write(octet);
          await new Promise(setImmediate);
        }
      expect(await client.reply()).toMatch(/^250/);
      expect(await client.say("NOOP")).toMatch(/^250/);
      expect(client.transcript.match(/^250 (2\.\S+ )?OK: message/gm)).toHaveLength(1);
      client.drop();
    }
    const mails = await kept();
    expect(mails.map((mail) => mail.envelopeFrom)).toEqual(["a@b.example", "a@b.example"]);
    for (const mail of mails) expect(textOf(mail)).toContain("MAIL FROM:<evil@b.example>");
    await expectMailTaken(port);
  });

  test("what the client wrote arrives octet for octet, however the network cuts it", async () => {
    const port = await start();
    const client = await SmtpClient.greet(port);
    const line = fc.string({ unit: fc.constantFrom(".", "..", "a", "\t", "\0", "\xe9"), maxLength: 6 });
    const cuts = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 8 }), cuts, async (lines, cuts) => {
        await database().prisma.inboundMail.deleteMany();
        const text = lines.map((each) => `${each}\r\n`).join("");
        const onTheWire = `${lines.map((each) => `${each.startsWith(".") ? "." : ""}${each}\r\n`).join("")}.\r\n`;
        await client.sayTogether([FROM, RCPT, "DATA"]);
        for (let at = 0, turn = 0; at < onTheWire.length; turn += 1) {
          const size = cuts[turn % cuts.length]!;
          client.write(onTheWire.slice(at, at + size));
          await new Promise(setImmediate);
          at += size;
        }
        expect(await client.reply()).toMatch(/^250/);
        const mails = await kept();
        expect(mails).toHaveLength(1);
        expect(textOf(mails[0]!)).toBe(text);
      }),
      { numRuns: 60 },
    );
    client.drop();
  });
});

describe("slow clients", () => {
  test("who connects and says nothing is sent away", async () => {
    const port = await start({ idleMs: 500 });
    const silent = SmtpClient.open(port);
    expect(await silent.gone(3_000)).toBeGreaterThan(400);
    expect(silent.transcript).toMatch(/^220 [^\n]*\r\n421 .*Timeout/);
    await expectMailTaken(port);
  });

  test("who drips a command is sent away, though never silent", async () => {
    const port = await start({ idleMs: 600 });
    const slow = SmtpClient.open(port);
    await slow.reply();
    expect(await drip(slow, "EHLO a.example", 50, 3_000)).toBeLessThan(2_500);
    expect(slow.transcript).toMatch(/421 4\.4\.2 Timeout/);
    await expectMailTaken(port);
  });

  test("who drips a text is sent away, and nothing is kept", async () => {
    const port = await start({ paceMs: 400, paceBytes: 1_000 });
    const slow = await atText(port);
    expect(await drip(slow, "Subject: x\r\n", 20, 3_000)).toBeLessThan(2_000);
    expect(slow.transcript).toMatch(/421 4\.4\.2 This message took too long/);
    expect(await kept()).toEqual([]);
    await expectMailTaken(port);
  });

  test("a text that just keeps pace has an end too", async () => {
    const port = await start({ paceMs: 200, paceBytes: 1, messageMs: 900 });
    const slow = await atText(port);
    const took = await drip(slow, "Subject: x\r\n", 20, 4_000);
    expect(took).toBeGreaterThan(600);
    expect(await kept()).toEqual([]);
    await expectMailTaken(port);
  });

  test("who chatters for ever without a message is sent away", async () => {
    const port = await start({ barrenMs: 600 });
    const chatty = await SmtpClient.greet(port);
    const timer = setInterval(() => chatty.closed || chatty.write("NOOP\r\n"), 50);
    await chatty.gone(3_000).finally(() => clearInterval(timer));
    expect(chatty.transcript).toMatch(/421 4\.4\.2 Timeout/);
    await expectMailTaken(port);
  });

  test("in a crowd patience is short, so that silent clients keep nobody out", async () => {
    const port = await start({ connections: 8, connectionsPerIp: 50, idleMs: 60_000, crowdedIdleMs: 400 });
    const crowd = Array.from({ length: 8 }, () => SmtpClient.open(port));
    await Promise.all(crowd.map((client) => client.reply()));
    const late = SmtpClient.open(port);
    expect(await late.reply()).toMatch(/^421 4\.3\.2 Too many connections at this moment/);
    // Until fewer than three quarters of the places are taken; those left then have their time.
    await expect.poll(() => crowd.filter(({ closed }) => closed).length, { timeout: 5_000 }).toBeGreaterThanOrEqual(3);
    await expectMailTaken(port);
  });

  test("who never reads our replies fills no memory and is let go", async () => {
    const port = await start({ idleMs: 500, commands: 1_000_000, connectionsPerIp: 2 });
    const deaf = await Promise.all([1, 2].map(() => SmtpClient.greet(port)));
    for (const client of deaf) client.deafen();
    const before = process.memoryUsage().rss;
    const flood = Buffer.from("NOOP\r\n".repeat(400_000));
    for (const client of deaf) client.write(flood);
    // Their two places are free again when the server has let go of them.
    await expect.poll(() => greetingAt(port), { timeout: 15_000, interval: 300 }).toMatch(/^220/);
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
    await expectMailTaken(port);
    for (const client of deaf) client.drop();
  });
});

describe("floods", () => {
  test.each([
    ["commands", "NOOP", 1_600, /421 4\.7\.0 Too many commands/],
    ["unknown commands", "XYZZY", 30, /421 .*too many unrecognized/],
    ["commands out of order", "DATA", 30, /421 4\.7\.0 Too many refused/],
    ["broken addresses", "MAIL FROM:broken", 30, /421 4\.7\.0 Too many refused/],
  ])("of %s end in 421", async (_name, command, count, answer) => {
    const port = await start();
    const client = await SmtpClient.greet(port);
    client.write(`${command}\r\n`.repeat(count));
    await client.gone();
    expect(client.transcript).toMatch(answer);
    expect(client.transcript).toMatch(/421 [^\n]*\r\n$/);
    await expectMailTaken(port);
  });

  test("of guessed addresses end in 421, and guessing again is soon refused at the door", async () => {
    const port = await start({ isOwn: () => false, connectionsPerMinute: 100 });
    const guess = async () => {
      const client = SmtpClient.open(port);
      const greeting = await client.reply();
      if (!greeting.startsWith("220")) return greeting;
      await client.say("EHLO client.example");
      await client.say(FROM);
      client.write(Array.from({ length: 40 }, (_, i) => `RCPT TO:<guess${i}@northwind.example>\r\n`).join(""));
      await client.gone();
      expect(client.transcript.match(/^550 5\.1\.1/gm)).toHaveLength(20);
      return client.transcript.trimEnd().split("\r\n").at(-1)!;
    };
    const heard = [];
    for (let i = 0; i < 5; i += 1) heard.push(await guess());
    expect(heard[0]).toMatch(/^421 4\.7\.0 Too many refused/);
    expect(heard.at(-1)).toMatch(/^421 4\.7\.0 Too many connections from your address, please wait/);
    await stop?.();
    await expectMailTaken(await start({ isOwn: () => false }));
  });

  test("of connections leave room for others and end with them", async () => {
    const port = await start({ connectionsPerIp: 10 });
    const many = Array.from({ length: 60 }, () => SmtpClient.open(port));
    const greetings = await Promise.all(many.map((client) => client.reply()));
    expect(greetings.filter((line) => line.startsWith("220"))).toHaveLength(10);
    expect(greetings.filter((line) => line.startsWith("421 4.7.0"))).toHaveLength(50);
    for (const client of many) client.drop({ reset: true });
    await pause(100);
    await expectMailTaken(port);
  });

  test("of visits are refused for a minute, those of one's own network are not counted", async () => {
    const stranger = await start({ isOwn: () => false, connectionsPerMinute: 5 });
    const visit = async (port: number) => {
      const client = SmtpClient.open(port);
      const greeting = await client.reply();
      client.drop();
      return greeting.slice(0, 3);
    };
    const visits = async (port: number) => {
      const heard = [];
      for (let i = 0; i < 12; i += 1) heard.push(await visit(port));
      return heard;
    };
    // Twelve visits may straddle a minute's end, no more.
    expect((await visits(stranger)).filter((code) => code === "421").length).toBeGreaterThanOrEqual(2);
    await stop?.();
    const own = await start({ connectionsPerMinute: 5 });
    expect(await visits(own)).not.toContain("421");
    await expectMailTaken(own);
  });

  test("of messages of one stranger are put off", async () => {
    const port = await start({ isOwn: () => false, messagesPerIp: 2 });
    const client = await SmtpClient.greet(port);
    for (let i = 0; i < 2; i += 1) {
      await client.sayTogether([FROM, RCPT, "DATA"]);
      expect(await client.say(TEXT)).toMatch(/^250/);
    }
    expect(await client.say(FROM)).toMatch(/^451 4\.7\.1 Too many messages/);
    client.drop();
    await database().prisma.rateWindow.deleteMany();
    await expectMailTaken(port);
  });

  test("of recipients: the first hundred get the message, the others are to come again", async () => {
    const port = await start();
    const client = await SmtpClient.greet(port);
    await client.say(FROM);
    const lines = Array.from({ length: 1_000 }, (_, i) => `RCPT TO:<support+${i}@northwind.example>`);
    const replies = await client.sayTogether(lines);
    expect(replies.filter((reply) => reply.startsWith("250"))).toHaveLength(100);
    expect(replies.filter((reply) => /^452 .*too many recipients/.test(reply))).toHaveLength(900);
    await client.say("DATA");
    expect(await client.say(TEXT)).toMatch(/^250/);
    client.drop();
    expect((await kept())[0]!.recipients).toHaveLength(100);
    await expectMailTaken(port);
  });
});

describe("texts that should hurt", () => {
  test("an announced size over the limit is refused at once, a smaller one is not", async () => {
    const port = await start({ messageBytes: 100_000 });
    const client = await SmtpClient.greet(port);
    expect(client.transcript).toMatch(/^250[- ]SIZE 100000\r$/m);
    expect(await client.say(`${FROM} SIZE=100001`)).toMatch(/^552/);
    expect(await client.say(`${FROM} SIZE=99999999999999999999`)).toMatch(/^552/);
    expect(await client.say(`${FROM} SIZE=-1`)).toMatch(/^501/);
    expect(await client.say(`${FROM} SIZE=100000`)).toMatch(/^250/);
    client.drop();
    await expectMailTaken(port);
  });

  test("who lies about the size and never ends is hung up on", async () => {
    const port = await start({ messageBytes: 100_000 });
    const client = await atText(port);
    const piece = Buffer.alloc(50_000, "y".repeat(78) + "\r\n");
    for (let sent = 0; sent < 100 && !client.closed; sent += 1) await client.pour(piece);
    await client.gone();
    expect(await kept()).toEqual([]);
    await expectMailTaken(port);
  });

  test("many large messages at once are put off before they fill the memory", async () => {
    const port = await start({ messageBytes: 1_000_000, memoryBytes: 1_000_000 });
    const most = Buffer.alloc(900_000, "y".repeat(78) + "\r\n");
    const first = await atText(port);
    await first.pour(most);
    const second = await SmtpClient.greet(port);
    // The first one's octets may still be on their way.
    for (let heard = "", tries = 0; !heard.startsWith("452 4.3.1"); tries += 1) {
      expect(tries).toBeLessThan(50);
      await second.sayTogether([FROM, RCPT, "DATA"]);
      await second.pour(most);
      heard = await second.say("\r\n.");
    }
    expect(await first.say("\r\n.")).toMatch(/^250/);
    for (const client of [first, second]) client.drop();
    await expectMailTaken(port);
  });

  test("a million lines of dots take neither memory nor the place of others", async () => {
    const port = await start();
    const client = await atText(port);
    const before = process.memoryUsage().heapUsed;
    const poured = client.pour(Buffer.from("..\r\n".repeat(1_000_000)));
    const other = Date.now();
    await expectMailTaken(port);
    expect(Date.now() - other).toBeLessThan(3_000);
    await poured;
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(150_000_000);
    client.write(".\r\n");
    expect(await client.reply(25_000)).toMatch(/^250/);
    client.drop();
    expect((await kept()).map((mail) => mail.size).toSorted((a, b) => a - b)[1]).toBe(3_000_000);
  });

  test("NUL and lines of a megabyte in a text are taken as they are", async () => {
    const port = await start();
    const client = await atText(port);
    const body = `Subject: x\0y\r\n\r\n\0\0${"long ".repeat(200_000)}\r\n`;
    client.write(`${body}.\r\n`);
    expect(await client.reply()).toMatch(/^250/);
    client.drop();
    expect(textOf((await kept())[0]!)).toBe(body);
    await expectMailTaken(port);
  });
});

describe("commands that should hurt", () => {
  test("a line without an end is cut off", async () => {
    const port = await start();
    for (const line of ["EHLO ".padEnd(3_000, "a"), `${FROM} ENVID=${"a".repeat(3_000)}\r\n`]) {
      const client = await SmtpClient.greet(port);
      client.write(line);
      await client.gone();
      expect(client.transcript).toMatch(/421 .*too long/);
    }
    await expectMailTaken(port);
  });

  test("control characters inject no line into answers, envelope or records", async () => {
    const port = await start();
    for (const line of [
      "EHLO a.example\rX-Evil: 1",
      "EHLO a\0.example",
      "MAIL FROM:<a@b.example\rRCPT TO:<x@y.example>>",
      "MAIL FROM:<a\0@b.example>",
      "MAIL FROM:<a@b.example> ENVID=x+0D+0AX-Evil:1",
      "MAIL FROM:<a\x1b[2J@b.example>",
      "NO\0OP",
      "RCPT TO:<\x7f@northwind.example>",
    ]) {
      const client = await SmtpClient.greet(port);
      expect(await client.say(line)).toMatch(/^50[0-9] [\x20-\x7e]*$/);
      client.drop();
    }
    await expectMailTaken(port);
    expect((await kept())[0]).toMatchObject({ envelopeFrom: "a@b.example", helo: "client.example" });
  });

  test("who speaks before the greeting, or HTTP, is sent away", async () => {
    const port = await start();
    const early = SmtpClient.open(port);
    early.write(`EHLO a.example\r\n${FROM}\r\n`);
    await early.gone();
    expect(early.transcript).toMatch(/^421 .*too soon/);
    const browser = SmtpClient.open(port);
    await browser.reply();
    browser.write(`POST / HTTP/1.1\r\nHost: a.example\r\n\r\nEHLO a.example\r\n${FROM}\r\n`);
    await browser.gone();
    expect(browser.transcript).toMatch(/421 HTTP requests not allowed/);
    expect(browser.transcript).not.toMatch(/Accepted/);
    await expectMailTaken(port);
  });

  test("the library's jokes and trust in proxies are off", async () => {
    const port = await start();
    const client = await SmtpClient.greet(port);
    for (const line of [
      "WIZ x",
      "SHELL",
      "KILL",
      "XCLIENT ADDR=192.0.2.1",
      "XFORWARD ADDR=192.0.2.1",
      "AUTH PLAIN AA==",
    ])
      expect(await client.say(line)).toMatch(/^500/);
    client.drop();
    await expectMailTaken(port);
  });
});

describe("half-open connections", () => {
  test("who leaves in the middle, politely or not, leaves nothing behind", async () => {
    const port = await start({ connectionsPerIp: 4 });
    for (let round = 0; round < 8; round += 1) {
      const client = round % 2 ? await atText(port) : await SmtpClient.greet(port);
      client.write("Subject: half a mess");
      client.drop({ reset: round % 4 > 1 });
      await pause(30);
    }
    expect(await kept()).toEqual([]);
    await expectMailTaken(port);
  });

  test("who is hung up on and does not hang up is dropped", async () => {
    const port = await start({ idleMs: 400, connectionsPerIp: 4 });
    const clinging = Array.from({ length: 4 }, () => SmtpClient.open(port, { allowHalfOpen: true }));
    const dripping = setInterval(() => clinging.forEach((client) => client.write("N")), 100);
    await Promise.all(clinging.map((client) => client.gone(4_000)));
    await expect.poll(() => greetingAt(port), { timeout: 10_000, interval: 300 }).toMatch(/^220/);
    clearInterval(dripping);
    await expectMailTaken(port);
    clinging.forEach((client) => client.drop());
  });
});
