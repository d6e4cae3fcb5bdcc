import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { dkimSign, sealMessage } from "mailauth";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { forgetConfig } from "~/platform/config.server";
import { startDnsStub, type DnsZone } from "#tests/support/dns-stub.mjs";
import { authenticateMail, type MailToAuthenticate } from "./authenticate-mail.server";
import { forgetDns } from "./authentication/dns-cache.server";

const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
const weak = generateKeyPairSync("rsa", { modulusLength: 1024 });
const ed25519 = generateKeyPairSync("ed25519");
const pem = (key: KeyObject) => key.export({ type: "pkcs8", format: "pem" }).toString();
const record = (key: KeyObject) =>
  `v=DKIM1; k=rsa; p=${key.export({ type: "spki", format: "der" }).toString("base64")}`;
const CLIENT = "203.0.113.9";

const nobody = process.env.MAIL_DNS;
let dns: Awaited<ReturnType<typeof startDnsStub>>;
beforeAll(async () => {
  dns = await startDnsStub();
  process.env.MAIL_DNS = dns.address;
  forgetConfig();
});
afterAll(async () => {
  process.env.MAIL_DNS = nobody;
  forgetConfig();
  await dns.stop();
});
beforeEach(() => {
  forgetDns();
  dns.questions.length = 0;
  for (const name of Object.keys(dns.zone)) delete dns.zone[name];
});

const publish = (zone: DnsZone) => void Object.assign(dns.zone, zone);
const publishKey = (domain = "example.com", key = rsa.publicKey, selector = "s1") =>
  publish({ [`${selector}._domainkey.${domain}`]: { TXT: [record(key)] } });
const publishDmarc = (value: string, domain = "example.com") =>
  publish({ [`_dmarc.${domain}`]: { TXT: [`v=DMARC1; ${value}`] } });

const mailFrom = (from = "Ann <ann@example.com>", body = "Hello,\r\n\r\nit is  broken.\r\n") =>
  [
    `From: ${from}`,
    "To: support@northwind.example",
    "Subject: Broken",
    "Date: Sun, 22 Nov 2026 03:00:00 +0000",
    "Message-ID: <1@example.com>",
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "",
    body,
  ].join("\r\n");

type Signing = { domain?: string; selector?: string; key?: KeyObject; algorithm?: string; canonicalization?: string };

async function sign(mail: string, signing: Signing & { maxBodyLength?: number; expires?: Date } = {}) {
  const { domain = "example.com", selector = "s1", key = rsa.privateKey, ...options } = signing;
  const { signatures, errors } = await dkimSign(mail, {
    canonicalization: options.canonicalization ?? "relaxed/relaxed",
    algorithm: options.algorithm ?? "rsa-sha256",
    signTime: new Date(Date.now() - 60_000),
    expires: options.expires,
    signatureData: [{ signingDomain: domain, selector, privateKey: pem(key), maxBodyLength: options.maxBodyLength }],
  } as Parameters<typeof dkimSign>[1]);
  expect(errors).toEqual([]);
  return signatures + mail;
}

const check = (mail: string | Buffer, more: Partial<MailToAuthenticate> = {}, trustedRelays: string[] = []) =>
  authenticateMail(
    {
      bytes: Buffer.from(mail as string, "latin1"),
      clientIp: CLIENT,
      helo: "mx.example.com",
      envelopeFrom: "ann@example.com",
      source: "smtp",
      ...more,
    },
    { trustedRelays },
  );

describe("DKIM", () => {
  test.each(["relaxed/relaxed", "simple/simple", "relaxed/simple"])("a signature in %s verifies", async (kind) => {
    publishKey();
    const { dkim } = await check(await sign(mailFrom(), { canonicalization: kind }));
    expect(dkim).toEqual([{ result: "pass", domain: "example.com", selector: "s1" }]);
  });

  test("a changed body fails", async () => {
    publishKey();
    const signed = await sign(mailFrom());
    expect((await check(signed.replace("broken.", "fine."))).dkim[0]?.result).toBe("fail");
  });
});
