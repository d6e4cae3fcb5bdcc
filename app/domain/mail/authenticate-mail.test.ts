import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { dkimSign, sealMessage } from "mailauth";
import { describe, expect, test } from "vitest";
import type { DnsZone } from "#tests/support/dns-stub.mjs";
import { useDns } from "#tests/support/use-dns";
import { authenticateMail, type MailToAuthenticate } from "./authenticate-mail.server";
import { forgetDns } from "./authentication/dns-cache.server";

const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
const weak = generateKeyPairSync("rsa", { modulusLength: 1024 });
const ed25519 = generateKeyPairSync("ed25519");
const pem = (key: KeyObject) => key.export({ type: "pkcs8", format: "pem" }).toString();
const record = (key: KeyObject) =>
  `v=DKIM1; k=rsa; p=${key.export({ type: "spki", format: "der" }).toString("base64")}`;
const CLIENT = "203.0.113.9";

const dns = useDns();

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

  test("an Ed25519 signature verifies", async () => {
    const raw = ed25519.publicKey.export({ type: "spki", format: "der" }).subarray(12).toString("base64");
    publish({ "s1._domainkey.example.com": { TXT: [`v=DKIM1; k=ed25519; p=${raw}`] } });
    const signed = await sign(mailFrom(), { key: ed25519.privateKey, algorithm: "ed25519-sha256" });
    expect((await check(signed)).dkim[0]?.result).toBe("pass");
  });

  test("a mail by pipe, its lines ended by LF alone, verifies", async () => {
    publishKey();
    const signed = (await sign(mailFrom(), { canonicalization: "simple/simple" })).replaceAll("\r\n", "\n");
    const { dkim, spf, dmarc, by } = await check(signed, { source: "pipe", clientIp: "" });
    expect({ dkim: dkim[0]?.result, spf: spf.result, dmarc: dmarc.result, by }).toEqual({
      dkim: "pass",
      spf: "unknown",
      dmarc: "none",
      by: "own",
    });
  });

  test("a changed body, header or signature fails", async () => {
    publishKey();
    const signed = await sign(mailFrom());
    const resultOf = async (mail: string) => (await check(mail)).dkim[0]?.result;
    expect(await resultOf(signed.replace("broken.", "fine."))).toBe("fail");
    expect(await resultOf(signed.replace("Subject: Broken", "Subject: Mended"))).toBe("fail");
    expect(await resultOf(signed.replace(/ b=...../, " b=AAAAA"))).toBe("fail");
  });

  test("a key that is gone, empty, weak, of another kind or nonsense proves nothing", async () => {
    const signed = await sign(mailFrom());
    const resultWith = async (zone: DnsZone) => {
      forgetDns();
      delete dns.zone["s1._domainkey.example.com"];
      publish(zone);
      return (await check(signed)).dkim[0]?.result;
    };
    const key = (text: string) => ({ "s1._domainkey.example.com": { TXT: [text] } });
    expect(await resultWith({})).toBe("permerror");
    expect(await resultWith(key("v=DKIM1; k=rsa; p="))).toBe("permerror");
    expect(await resultWith(key("v=DKIM2; k=rsa; p=AAAA"))).toBe("permerror");
    expect(await resultWith(key("v=DKIM1; k=rsa; p=not base64!"))).toBe("permerror");
    expect(await resultWith(key(`v=DKIM1; k=rsa; p=${"A".repeat(40_000)}`))).toBe("permerror");
    expect(await resultWith(key(record(ed25519.publicKey)))).toBe("permerror");
    expect(await resultWith({ "s1._domainkey.example.com": "fail" })).toBe("temperror");
  });

  test("512 bits are too few, an oversized key is read", async () => {
    const short = generateKeyPairSync("rsa", { modulusLength: 512 });
    publishKey("example.com", short.publicKey, "short");
    publishKey("example.com", weak.publicKey, "weak");
    const large = generateKeyPairSync("rsa", { modulusLength: 4096 });
    publishKey("example.com", large.publicKey, "large");
    const resultOf = async (key: KeyObject, selector: string) =>
      (await check(await sign(mailFrom(), { key, selector }))).dkim[0]?.result;
    expect(await resultOf(short.privateKey, "short")).toBe("policy");
    expect(await resultOf(weak.privateKey, "weak")).toBe("pass");
    expect(await resultOf(large.privateKey, "large")).toBe("pass");
  });

  test("l= counts while it covers the whole body; what is added, or claimed beyond it, does not", async () => {
    publishKey();
    const body = "Hello,\r\n\r\nit is broken.\r\n";
    const signed = await sign(mailFrom(undefined, body), { maxBodyLength: body.length });
    const resultOf = async (mail: string) => (await check(mail)).dkim[0]?.result;
    expect(await resultOf(signed)).toBe("pass");
    expect(await resultOf(`${signed}and pay here\r\n`)).toBe("policy");
    expect(await resultOf(signed.replace(/ l=\d+/, " l=999999"))).toBe("permerror");
    expect(await resultOf(signed.replace(/ l=\d+/, " l=-1"))).toBe("permerror");
  });

  test("an expired signature, SHA-1, one that leaves From out, or speaks for others, counts for nothing", async () => {
    publishKey();
    const resultOf = async (mail: string) => (await check(mail)).dkim[0]?.result;
    expect(await resultOf(await sign(mailFrom(), { expires: new Date(Date.now() - 1_000) }))).toBe("policy");
    expect(await resultOf(await sign(mailFrom(), { algorithm: "rsa-sha1" }))).toBe("policy");
    const signed = await sign(mailFrom());
    expect(await resultOf(signed.replace(": From;", ";"))).toBe("permerror");
    expect(await resultOf(signed.replace(" d=example.com;", " d=example.com; i=@other.example;"))).toBe("permerror");
    expect(await resultOf(signed.replace(" v=1;", " v=2;"))).toBe("permerror");
    expect(await resultOf(signed.replace(" s=s1;", " s=s1; s=s2;"))).toBe("permerror");
  });

  test("fifty signatures cost eight, and those of the sender's own domain come first", async () => {
    publishKey();
    let mail = await sign(mailFrom());
    for (let n = 0; n < 49; n++) mail = await sign(mail, { domain: `d${n}.example.net` });
    const { dkim, dmarc } = await check(mail);
    publishDmarc("p=reject");
    expect(dkim[0]).toEqual({ result: "pass", domain: "example.com", selector: "s1" });
    expect(dkim.length).toBeLessThanOrEqual(16);
    expect(dns.questions.filter((question) => question.includes("_domainkey"))).toHaveLength(8);
    expect(dns.questions).toContain("TXT s1._domainkey.example.com");
    expect(dmarc.result).toBe("none");
    forgetDns();
    expect((await check(mail)).dmarc.result).toBe("pass");
  });

  test("1,000 Received fields, a header without end and a body of one line are read in the time of a test", async () => {
    publishKey();
    const received = "Received: from a.example by b.example with ESMTP id 1;\r\n\tSun, 22 Nov 2026 03:00:00 +0000\r\n";
    expect((await check(received.repeat(1_000) + (await sign(mailFrom())))).dkim[0]?.result).toBe("pass");
    const folded = `X-Long: a\r\n${" b\r\n".repeat(200_000)}${await sign(mailFrom())}`;
    expect((await check(folded)).dkim[0]?.result).toBe("policy");
    expect((await check(await sign(mailFrom(undefined, "x".repeat(2_000_000))))).dkim[0]?.result).toBe("pass");
  });
});

describe("SPF", () => {
  const spfOf = async (more: Partial<MailToAuthenticate> = {}) => (await check(mailFrom(), more)).spf;
  const spfRecord = (value: string, domain = "example.com") => publish({ [domain]: { TXT: [`v=spf1 ${value}`] } });

  test.each([
    ["ip4:203.0.113.0/24 -all", "pass"],
    ["-all", "fail"],
    ["~all", "softfail"],
    ["?all", "neutral"],
    ["ip4:300.1.1.1 -all", "permerror"],
    ["include:nowhere.example -all", "permerror"],
    ["a:mail.example.com -all", "pass"],
    ["mx -all", "pass"],
    ["exists:%{ir}.list.example.com -all", "pass"],
  ])("%s is %s", async (value, result) => {
    publish({
      "example.com": { TXT: ["unrelated", `v=spf1 ${value}`], MX: ["mail.example.com"] },
      "mail.example.com": { A: [CLIENT] },
      "9.113.0.203.list.example.com": { A: ["127.0.0.2"] },
    });
    expect(await spfOf()).toEqual({ result, domain: "example.com" });
  });

  test("no record is none, two are permerror, DNS that fails is temperror", async () => {
    expect((await spfOf()).result).toBe("none");
    publish({ "two.example": { TXT: ["v=spf1 -all", "v=spf1 +all"] }, "down.example": "fail" });
    expect((await spfOf({ envelopeFrom: "ann@two.example" })).result).toBe("permerror");
    expect((await spfOf({ envelopeFrom: "ann@down.example" })).result).toBe("temperror");
  });

  test("more than ten lookups, and a circle, are permerror", async () => {
    for (let n = 0; n < 12; n++)
      spfRecord(`include:n${n + 1}.example.com -all`, n === 0 ? "example.com" : `n${n}.example.com`);
    expect((await spfOf()).result).toBe("permerror");
    spfRecord("include:circle.example.com -all", "circle.example.com");
    expect((await spfOf({ envelopeFrom: "a@circle.example.com" })).result).toBe("permerror");
    expect(dns.questions.length).toBeLessThan(60);
  });

  test("the null sender is its EHLO; an address literal has none", async () => {
    spfRecord("ip4:203.0.113.9 -all", "mx.example.com");
    expect(await spfOf({ envelopeFrom: "<>" })).toEqual({ result: "pass", domain: "mx.example.com" });
    expect((await spfOf({ envelopeFrom: "", helo: "[203.0.113.9]" })).result).toBe("none");
  });

  test("an IPv6 client and a mapped IPv4 one", async () => {
    spfRecord("ip6:2001:db8::/32 ip4:203.0.113.9 -all");
    expect((await spfOf({ clientIp: "2001:db8::1" })).result).toBe("pass");
    expect((await spfOf({ clientIp: "::ffff:203.0.113.9" })).result).toBe("pass");
    expect((await spfOf({ clientIp: "2001:db9::1" })).result).toBe("fail");
  });

  test("one's own network and other sources than SMTP have none, and nobody is asked", async () => {
    spfRecord("-all");
    for (const more of [
      { clientIp: "10.0.0.5" },
      { clientIp: "::ffff:127.0.0.1" },
      { source: "imap" },
      { source: "http", clientIp: "" },
      { source: "pipe", clientIp: "" },
      { source: "resend", clientIp: "" },
    ] as const) {
      expect(await check(mailFrom(), more)).toEqual({
        by: "none",
        spf: { result: "unknown", domain: "" },
        dkim: [],
        dmarc: { result: "unknown", domain: "example.com", policy: "" },
        arc: { result: "none" },
      });
    }
    expect(dns.questions).toEqual([]);
  });
});

describe("DMARC", () => {
  const dmarcOf = async (mail: string, more: Partial<MailToAuthenticate> = {}) => (await check(mail, more)).dmarc;

  test.each(["none", "quarantine", "reject"])("p=%s of a domain that nothing proves", async (policy) => {
    publishDmarc(`p=${policy}`);
    publish({ "example.com": { TXT: ["v=spf1 -all"] } });
    expect(await dmarcOf(mailFrom())).toEqual({ result: "fail", domain: "example.com", policy });
  });

  test("without a record there is none; a failing DNS is temperror", async () => {
    expect(await dmarcOf(mailFrom())).toEqual({ result: "none", domain: "example.com", policy: "" });
    publish({ "_dmarc.example.net": "fail" });
    expect((await dmarcOf(mailFrom("a@example.net"))).result).toBe("temperror");
  });

  test("relaxed alignment takes the organizational domain, strict only the same", async () => {
    publishKey("mail.example.com");
    const signed = await sign(mailFrom(), { domain: "mail.example.com" });
    publishDmarc("p=reject");
    expect((await dmarcOf(signed)).result).toBe("pass");
    forgetDns();
    publishDmarc("p=reject; adkim=s");
    expect((await dmarcOf(signed)).result).toBe("fail");

    publish({ "bounce.example.com": { TXT: ["v=spf1 ip4:203.0.113.9 -all"] } });
    const from = { envelopeFrom: "b@bounce.example.com" };
    expect((await dmarcOf(mailFrom(), from)).result).toBe("pass");
    forgetDns();
    publishDmarc("p=reject; aspf=s");
    expect((await dmarcOf(mailFrom(), from)).result).toBe("fail");
    expect((await dmarcOf(mailFrom(), { envelopeFrom: "b@other.example" })).result).toBe("fail");
  });

  test("a subdomain follows its organization's sp; public suffixes are nobody's", async () => {
    publishDmarc("p=none; sp=reject");
    expect(await dmarcOf(mailFrom("a@news.example.com"))).toMatchObject({ result: "fail", policy: "reject" });
    publishDmarc("p=reject", "shop.co.uk");
    publishKey("other.co.uk");
    const signed = await sign(mailFrom("a@shop.co.uk"), { domain: "other.co.uk" });
    expect((await dmarcOf(signed)).result).toBe("fail");
  });

  test("a domain written in its own letters is asked in ASCII", async () => {
    publishDmarc("p=reject", "xn--mnchen-3ya.example");
    const mail = Buffer.from(mailFrom("a@münchen.example"), "utf8");
    expect(
      await authenticateMail(
        { bytes: mail, clientIp: CLIENT, helo: "x.example", envelopeFrom: "a@münchen.example", source: "smtp" },
        { trustedRelays: [] },
      ),
    ).toMatchObject({ spf: { domain: "xn--mnchen-3ya.example" }, dmarc: { result: "fail", policy: "reject" } });
  });

  test("our own domain as sender from a stranger fails", async () => {
    publish({ "northwind.example": { TXT: ["v=spf1 ip4:192.0.2.1 -all"] } });
    publishDmarc("p=reject", "northwind.example");
    const results = await check(mailFrom("support@northwind.example"), { envelopeFrom: "support@northwind.example" });
    expect(results).toMatchObject({ spf: { result: "fail" }, dmarc: { result: "fail", domain: "northwind.example" } });
  });

  test("two senders: the worse of them counts, in one field or in two", async () => {
    publishKey();
    publishDmarc("p=reject");
    publishDmarc("p=reject", "bank.example");
    const signed = await sign(mailFrom("ann@example.com, boss@bank.example"));
    expect(await dmarcOf(signed)).toMatchObject({ result: "fail", domain: "bank.example" });
    expect(await dmarcOf(`From: boss@bank.example\r\n${await sign(mailFrom())}`)).toMatchObject({ result: "fail" });
    const many = Array.from({ length: 9 }, (_, n) => `a@d${n}.example`).join(", ");
    expect((await dmarcOf(mailFrom(many))).result).toBe("fail");
  });

  test("no sender, or none with a domain, is permerror", async () => {
    expect((await dmarcOf(mailFrom().replace(/^From: .*\r\n/, ""))).result).toBe("permerror");
    expect((await dmarcOf(mailFrom("nobody"))).result).toBe("permerror");
  });

  test("through one's own network an aligned signature passes; anything less is unknown, never fail", async () => {
    publishKey();
    publishKey("other.example");
    publishDmarc("p=reject");
    const inside = { clientIp: "192.168.1.5" };
    expect(await dmarcOf(await sign(mailFrom()), inside)).toMatchObject({ result: "pass", policy: "reject" });
    expect((await dmarcOf(await sign(mailFrom(), { domain: "other.example" }), inside)).result).toBe("unknown");
    expect((await dmarcOf((await sign(mailFrom())).replace("broken.", "fine."), inside)).result).toBe("unknown");
    expect((await dmarcOf(mailFrom(), { source: "imap" })).result).toBe("unknown");
  });

  test("a key that DNS does not tell is no failure of an aligned sender, and one of a stranger's is no excuse", async () => {
    publishDmarc("p=reject");
    publish({ "s1._domainkey.example.com": "fail", "s1._domainkey.evil.example": "fail" });
    expect((await dmarcOf(await sign(mailFrom()))).result).toBe("temperror");
    expect((await dmarcOf(await sign(mailFrom(), { domain: "evil.example" }))).result).toBe("fail");
  });
});

describe("ARC", () => {
  const seal = async (mail: string) =>
    `${await sealMessage(mail, { signingDomain: "list.example", selector: "arc", privateKey: pem(rsa.privateKey), authResults: "list.example; dkim=pass header.d=example.com; spf=pass", cv: "none" } as Parameters<typeof sealMessage>[1])}${mail}`;

  test("a chain verifies, and no longer when the mail is changed", async () => {
    publishKey("list.example", rsa.publicKey, "arc");
    const sealed = await seal(mailFrom());
    expect((await check(sealed)).arc.result).toBe("pass");
    expect((await check(sealed.replace("broken.", "fine."))).arc.result).toBe("fail");
    expect((await check(sealed.replace(/ARC-Seal: /, "X-Gone: "))).arc.result).not.toBe("pass");
  });

  test("a chain without a key fails, one whose DNS fails is temperror, an endless one is not read", async () => {
    const sealed = await seal(mailFrom());
    expect((await check(sealed)).arc.result).toBe("fail");
    publish({ "arc._domainkey.list.example": "fail" });
    forgetDns();
    expect((await check(sealed)).arc.result).toBe("temperror");
    const arc = sealed.slice(0, sealed.indexOf("From:"));
    expect((await check(arc.repeat(20) + mailFrom())).arc.result).toBe("policy");
  });
});

describe("a relay in front", () => {
  const header = (
    id: string,
    rest = "spf=pass smtp.mailfrom=example.com; dkim=pass (good) header.d=example.com header.s=s9; dmarc=fail (p=REJECT; sp=none) header.from=example.com",
  ) => `Authentication-Results: ${id};\r\n ${rest}\r\n`;
  const inside = { clientIp: "10.0.0.1" };

  test("is believed when it is trusted and stands in one's own network", async () => {
    expect(await check(header("mx.relay.example") + mailFrom(), inside, ["mx.relay.example"])).toEqual({
      by: "relay",
      spf: { result: "pass", domain: "example.com" },
      dkim: [{ result: "pass", domain: "example.com", selector: "s9" }],
      dmarc: { result: "fail", domain: "example.com", policy: "reject" },
      arc: { result: "none" },
    });
    expect((await check(header("MX.relay.example 1") + mailFrom(), { source: "imap" }, ["mx.relay.example"])).by).toBe(
      "relay",
    );
  });

  test("is passed over from a stranger, under another name, or below somebody else's", async () => {
    const trusted = ["mx.relay.example"];
    expect((await check(header("mx.relay.example") + mailFrom(), {}, trusted)).by).toBe("own");
    expect((await check(header("evil.example") + mailFrom(), inside, trusted)).by).toBe("none");
    expect((await check(header("evil.example") + header("mx.relay.example") + mailFrom(), inside, trusted)).by).toBe(
      "none",
    );
    expect((await check(header("(mx.relay.example) evil.example") + mailFrom(), inside, trusted)).by).toBe("none");
  });

  test("the topmost word on each method counts; what it leaves out is looked up here", async () => {
    publishDmarc("p=reject");
    const trusted = ["mx.relay.example"];
    const two =
      header("mx.relay.example", "spf=fail smtp.mailfrom=a@example.com") +
      header("mx.relay.example", "spf=pass smtp.mailfrom=a@example.com");
    expect(await check(two + mailFrom(), inside, trusted)).toMatchObject({
      spf: { result: "fail", domain: "example.com" },
      dmarc: { result: "fail", policy: "reject" },
    });
    const spfOnly = header("mx.relay.example", "spf=pass smtp.mailfrom=a@example.com");
    expect((await check(spfOnly + mailFrom(), inside, trusted)).dmarc.result).toBe("pass");
    expect((await check(header("mx.relay.example", "none") + mailFrom(), inside, trusted)).dmarc.result).toBe(
      "unknown",
    );
  });
});

describe("DNS", () => {
  test("the same question is asked once, by mails at once and later", async () => {
    publishKey();
    publishDmarc("p=none");
    const signed = await sign(mailFrom());
    await Promise.all(Array.from({ length: 20 }, () => check(signed)));
    await check(signed);
    expect(dns.questions.length).toBe(new Set(dns.questions).size);
  });

  test(
    "silence is no answer for ever: it is bounded for a mail, and remembered for the next ones",
    { timeout: 20_000 },
    async () => {
      publishDmarc("p=reject");
      for (let n = 0; n < 9; n++) publish({ [`s${n}._domainkey.slow.example`]: "silent" });
      publish({ "example.com": "silent" });
      let mail = mailFrom();
      for (let n = 0; n < 6; n++) mail = await sign(mail, { domain: "slow.example", selector: `s${n}` });
      const { spf, dkim, dmarc } = await check(mail);
      expect(spf.result).toBe("temperror");
      expect(new Set(dkim.map(({ result }) => result))).toEqual(new Set(["temperror"]));
      expect(dmarc.policy).toBe("reject");
      const asked = dns.questions.length;
      await check(mail);
      expect(dns.questions.length).toBe(asked);
    },
  );
});
