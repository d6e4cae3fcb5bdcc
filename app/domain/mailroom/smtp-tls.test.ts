import { X509Certificate } from "node:crypto";
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import tls from "node:tls";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { queues } from "#tests/support/cast";
import { SmtpClient } from "#tests/support/smtp-client";
import { useDatabase } from "#tests/support/use-database";
import { freezeClock } from "~/platform/clock.server";
import { forgetConfig } from "~/platform/config.server";
import { database } from "~/platform/db.server";
import { openMetrics } from "~/platform/metrics.server";
import { keepOwnCertificate } from "./keep-own-certificate.server";
import { startSmtpReceiver } from "./start-smtp-receiver.server";
import type { TlsCertificate } from "./tls-certificate";

useDatabase();
const RCPT = `RCPT TO:<${queues.repairs.address}>`;
const MAIL = "MAIL FROM:<a@b.example>";
let dir: string;
let stop: (() => Promise<void>) | undefined;
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "sportello-tls-"));
  await database().prisma.inboundMail.deleteMany();
});
afterEach(async () => {
  await stop?.();
  stop = undefined;
  delete process.env.MAIL_TLS_CERT;
  delete process.env.MAIL_TLS_KEY;
  forgetConfig();
  await rm(dir, { recursive: true, force: true });
});

async function start(limits: Parameters<typeof startSmtpReceiver>[0] = {}): Promise<number> {
  const receiver = await startSmtpReceiver({ host: "127.0.0.1", port: 0, ...limits });
  stop = receiver.stop;
  return receiver.port;
}
const kept = () => database().prisma.inboundMail.findMany({ orderBy: { id: "asc" } });
const certificateFor = (domain: string) => keepOwnCertificate(path.join(dir, domain), domain);

async function configure({ cert, key }: TlsCertificate): Promise<void> {
  process.env.MAIL_TLS_CERT = path.join(dir, "cert.pem");
  process.env.MAIL_TLS_KEY = path.join(dir, "key.pem");
  await writeFile(process.env.MAIL_TLS_CERT, cert);
  await writeFile(process.env.MAIL_TLS_KEY, key);
  forgetConfig();
}

async function startTls(port: number, options: tls.ConnectionOptions = {}) {
  const client = await SmtpClient.greet(port);
  expect(await client.say("STARTTLS")).toMatch(/^220 /);
  const socket = await client.secure(options);
  return { client, socket };
}

async function nameAt(port: number): Promise<string> {
  const { client, socket } = await startTls(port);
  const { subject } = socket.getPeerCertificate();
  client.drop();
  return String(subject.CN);
}

async function deliver(client: SmtpClient): Promise<string> {
  await client.say("EHLO client.example");
  await client.sayTogether([MAIL, RCPT, "DATA"]);
  return client.say("Subject: x\r\n\r\ny\r\n.");
}

describe("STARTTLS", () => {
  test("is announced in the clear only, and the mail that follows is marked", async () => {
    const port = await start();
    const plain = await SmtpClient.greet(port);
    expect(plain.transcript).toMatch(/^250[- ]STARTTLS\r$/m);
    expect(await deliver(plain)).toMatch(/^250/);
    plain.drop();
    const { client, socket } = await startTls(port);
    expect(socket.getProtocol()).toBe("TLSv1.3");
    expect(await client.say("EHLO client.example")).not.toMatch(/STARTTLS/);
    expect(await client.say("STARTTLS")).toMatch(/^503/);
    expect(await deliver(client)).toMatch(/^250/);
    client.drop();
    expect((await kept()).map((mail) => mail.tls)).toEqual([false, true]);
  });

  test("is counted, like refused connections and messages", async () => {
    const count = async (event: string) => {
      const { body } = await openMetrics([]);
      return Number(new RegExp(`^sportello_smtp_total\\{event="${event}"\\} (\\d+)`, "m").exec(body)?.[1] ?? 0);
    };
    const events = ["connection", "tls", "tls_failed", "refused", "mail", "mail_refused", "cut_off"];
    const before = await Promise.all(events.map(count));
    const port = await start({ connectionsPerIp: 2, messageBytes: 1_000, idleMs: 500 });
    const { client } = await startTls(port);
    expect(await deliver(client)).toMatch(/^250/);
    await client.sayTogether([MAIL, RCPT, "DATA"]);
    expect(await client.say(`${"y".repeat(1_500)}\r\n.`)).toMatch(/^552/);
    const broken = await SmtpClient.greet(port);
    expect(await SmtpClient.open(port).reply()).toMatch(/^421/);
    await broken.say("STARTTLS");
    broken.write("no handshake at all\r\n".repeat(50));
    await broken.gone();
    await client.gone();
    const after = await Promise.all(events.map(count));
    expect(after.map((value, at) => value - before[at]!)).toEqual([2, 1, 1, 1, 1, 1, 1]);
  });

  test("forgets what was said before it", async () => {
    const port = await start();
    const client = await SmtpClient.greet(port);
    await client.sayTogether(["MAIL FROM:<evil@b.example>", RCPT]);
    expect(await client.say("STARTTLS")).toMatch(/^220/);
    await client.secure();
    expect(await client.say("DATA")).toMatch(/^503/);
    expect(await client.say(MAIL)).toMatch(/^503 .*EHLO first/);
    client.drop();
  });

  test.each([
    ["in the same packet", ["STARTTLS\r\nEHLO evil.example\r\nMAIL FROM:<evil@b.example>\r\n"]],
    ["in a flood", [`STARTTLS\r\n${"NOOP\r\n".repeat(5_000)}MAIL FROM:<evil@b.example>\r\n`]],
    ["as half a line", ["STARTTLS\r\nEHLO evil.example\r\nMAIL FROM:<ev"]],
  ])("throws away commands injected %s", async (_name, pieces) => {
    const port = await start();
    const client = await SmtpClient.greet(port);
    for (const piece of pieces) client.write(piece);
    expect(await client.reply()).toMatch(/^220 Ready/);
    await client.secure();
    // A server that had kept the injected octets would answer them now, inside the handshake.
    expect(await client.reply(300)).toBe("");
    expect(await client.say(MAIL)).toMatch(/^503/);
    expect(await client.say("EHLO client.example")).toMatch(/^250/);
    expect(client.transcript).not.toMatch(/2\d\d Accepted/);
    client.drop();
    expect(await deliver((await startTls(port)).client)).toMatch(/^250/);
    expect((await kept()).map((mail) => mail.envelopeFrom)).toEqual(["a@b.example"]);
  });

  test("speaks TLS 1.2 and 1.3, nothing older, and does not renegotiate", async () => {
    const port = await start();
    const old = { ciphers: "DEFAULT@SECLEVEL=0" };
    for (const version of ["TLSv1", "TLSv1.1"] as const)
      await expect(startTls(port, { ...old, minVersion: version, maxVersion: version })).rejects.toThrow(
        /alert|version/,
      );
    const { client, socket } = await startTls(port, { maxVersion: "TLSv1.2" });
    expect(socket.getProtocol()).toBe("TLSv1.2");
    const renegotiated = await new Promise((resolve) => {
      socket.once("error", resolve);
      socket.once("close", () => resolve("closed"));
      if (!socket.renegotiate({}, (error) => resolve(error ?? "renegotiated"))) resolve("refused");
    });
    expect(renegotiated).not.toBe("renegotiated");
    client.drop();
    expect(await deliver((await startTls(port)).client)).toMatch(/^250/);
  });

  test("a handshake that is nonsense, breaks off or never comes ends that connection only", async () => {
    const port = await start({ idleMs: 700 });
    const nonsense = await SmtpClient.greet(port);
    await nonsense.say("STARTTLS");
    nonsense.write("no handshake at all\r\n".repeat(50));
    await nonsense.gone();
    const leaving = await SmtpClient.greet(port);
    await leaving.say("STARTTLS");
    leaving.write("\x16\x03\x01\x02\x00");
    leaving.drop({ reset: true });
    const dripping = await SmtpClient.greet(port);
    await dripping.say("STARTTLS");
    // The head of a ClientHello of 508 octets, and then one octet after the other.
    dripping.write(Buffer.from("1603010200010001fc0303", "hex"));
    const drip = setInterval(() => dripping.closed || dripping.write("\0"), 50);
    await dripping.gone();
    clearInterval(drip);
    expect(await deliver((await startTls(port)).client)).toMatch(/^250/);
  });
});

describe("the receiver's own certificate", () => {
  test("is for the mail domain, is kept where only we read it, and serves again", async () => {
    const port = await start();
    expect(await nameAt(port)).toBe("northwind.example");
    const file = path.join(process.env.SPORTELLO_DATA!, "smtp-certificate.pem");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const first = await readFile(file, "utf8");
    expect(new X509Certificate(first).checkHost("northwind.example")).toBe("northwind.example");
    await stop?.();
    await start();
    expect(await readFile(file, "utf8")).toBe(first);
  });

  test("a client that trusts it can verify it", async () => {
    const port = await start();
    const ca = await readFile(path.join(process.env.SPORTELLO_DATA!, "smtp-certificate.pem"));
    const { client, socket } = await startTls(port, { ca, servername: "northwind.example", rejectUnauthorized: true });
    expect(socket.authorized).toBe(true);
    client.drop();
  });

  test("is made anew a month before its end, for another domain, and when the file is damaged", async () => {
    const thaw = freezeClock("2026-01-01T00:00:00Z");
    try {
      const first = await keepOwnCertificate(dir, "a.example");
      freezeClock("2026-12-01T00:00:00Z");
      expect(await keepOwnCertificate(dir, "a.example")).toEqual(first);
      freezeClock("2026-12-03T00:00:00Z");
      const second = await keepOwnCertificate(dir, "a.example");
      expect(second).not.toEqual(first);
      expect(await keepOwnCertificate(dir, "a.example")).toEqual(second);
      const other = await keepOwnCertificate(dir, "b.example");
      expect(new X509Certificate(other.cert).checkHost("b.example")).toBe("b.example");
      await writeFile(path.join(dir, "smtp-certificate.pem"), `${other.cert}${first.key}`);
      expect(await keepOwnCertificate(dir, "b.example")).not.toEqual(other);
      await writeFile(path.join(dir, "smtp-certificate.pem"), "");
      expect((await keepOwnCertificate(dir, "b.example")).cert).toContain("BEGIN CERTIFICATE");
    } finally {
      thaw();
    }
  });

  test("is held in memory where it cannot be kept", async () => {
    const file = path.join(dir, "no-directory");
    await writeFile(file, "");
    await chmod(file, 0o400);
    const made = await keepOwnCertificate(file, "a.example");
    expect(await keepOwnCertificate(file, "a.example", made)).toBe(made);
  });

  test("takes a domain longer than a common name may be", async () => {
    const domain = `${"long-name.".repeat(8)}example`;
    const { cert } = await keepOwnCertificate(dir, domain);
    expect(new X509Certificate(cert).checkHost(domain)).toBe(domain);
  });
});

describe("a configured certificate", () => {
  test("serves, and its successor serves without a restart", async () => {
    await configure(await certificateFor("one.example"));
    const port = await start({ certificateMs: 50 });
    expect(await nameAt(port)).toBe("one.example");
    const two = await certificateFor("two.example");
    await writeFile(process.env.MAIL_TLS_CERT!, two.cert);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await nameAt(port)).toBe("one.example");
    await writeFile(process.env.MAIL_TLS_KEY!, two.key);
    await expect.poll(() => nameAt(port), { timeout: 5_000 }).toBe("two.example");
    await rm(process.env.MAIL_TLS_KEY!);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await nameAt(port)).toBe("two.example");
    expect(await deliver((await startTls(port)).client)).toMatch(/^250/);
  });

  test("a broken pair stops the start with one sentence", async () => {
    const one = await certificateFor("one.example");
    const two = await certificateFor("two.example");
    const cases = [
      [{ ...one, key: two.key }, /^MAIL_TLS_KEY names \S+key\.pem, which does not belong to the certificate\.$/],
      [
        { ...one, key: "nothing" },
        /^MAIL_TLS_KEY names \S+, which is no private key in PEM form without a passphrase\.$/,
      ],
      [{ ...one, cert: "" }, /^MAIL_TLS_CERT names \S+cert\.pem, which is no certificate in PEM form\.$/],
    ] as const;
    for (const [pair, sentence] of cases) {
      await configure(pair);
      await expect(start()).rejects.toMatchObject({ name: "ConfigError", message: expect.stringMatching(sentence) });
    }
    await configure(one);
    await rm(process.env.MAIL_TLS_CERT!);
    await expect(start()).rejects.toThrow(/^MAIL_TLS_CERT names \S+cert\.pem, which does not exist\.$/);
  });
});
