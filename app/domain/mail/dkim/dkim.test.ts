import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { castCtx } from "#tests/support/cast";
import { useDatabase } from "#tests/support/use-database";
import { useDns } from "#tests/support/use-dns";
import { forgetConfig } from "~/platform/config.server";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { authenticateMail } from "../authenticate-mail.server";
import { deliverMail } from "../deliver-mail.server";
import { queueMail } from "../queue-mail.server";
import { closeTransport } from "../transports/choose-transport.server";
import { checkDkimKey } from "./check-dkim-key.server";
import { createDkimKey } from "./create-dkim-key.server";
import { compareDkimRecord, dkimRecordValue, zoneLine } from "./dkim-record";
import { adviseDmarc, adviseSpf } from "./domain-advice";
import { findSigningKey } from "./find-signing-key.server";
import { listDkimDomains } from "./list-dkim-domains.server";
import { removeDkimKey } from "./remove-dkim-key.server";

useDatabase();
const DOMAIN = "northwind.example";
const dns = useDns();
beforeEach(async () => {
  await database().prisma.dkimKey.deleteMany();
});

const keyOf = async (selector: string) =>
  database().prisma.dkimKey.findUnique({ where: { domain_selector: { domain: DOMAIN, selector } } });
const publish = async (selector: string) => {
  const key = await keyOf(selector);
  dns.zone[`${selector}._domainkey.${DOMAIN}`] = { TXT: [dkimRecordValue(key?.publicKey ?? "")] };
};
const active = async (selector?: string) => {
  const made = selector ?? (await createDkimKey(castCtx("ada"), { domain: DOMAIN })).selector;
  await publish(made);
  await checkDkimKey(castCtx("ada"), { domain: DOMAIN, selector: made });
  return made;
};

describe("a key", () => {
  test("waits for its record, says what is wrong with it, and signs once it is right", async () => {
    const { selector } = await createDkimKey(castCtx("ada"), { domain: DOMAIN });
    expect(selector).toMatch(/^sportello-\d{6}$/);
    const look = async () => (await checkDkimKey(castCtx("ada"), { domain: DOMAIN, selector })).problem;
    const name = `${selector}._domainkey.${DOMAIN}`;
    expect(await look()).toBe("missing");
    for (const [TXT, problem] of [
      [["v=DKIM1; k=rsa; p=AAAA"], "different"],
      [["v=DKIM1; k=rsa; p="], "revoked"],
      [["v=DKIM1; p=AAAA", "v=DKIM1; p=BBBB"], "several"],
    ] as const) {
      dns.zone[name] = { TXT: [...TXT] };
      expect(await look()).toBe(problem);
    }
    dns.zone[name] = "fail";
    expect(await look()).toBe("no_answer");
    expect(await findSigningKey(systemCtx(), `support@${DOMAIN}`)).toBeNull();
    await publish(selector);
    expect(await look()).toBeNull();
    expect(await findSigningKey(systemCtx(), `support@${DOMAIN}`)).toMatchObject({ keySelector: selector });
    expect(await findSigningKey(systemCtx(), `support@sub.${DOMAIN}`)).toBeNull();
  });

  test("the next one takes over when its record is found; until then the old one signs", async () => {
    const first = await active();
    const { selector } = await createDkimKey(castCtx("ada"), { domain: DOMAIN });
    expect(selector).toBe(`${first}-2`);
    const signing = async () => (await findSigningKey(systemCtx(), `a@${DOMAIN}`))?.keySelector;
    expect(await signing()).toBe(first);
    await checkDkimKey(castCtx("ada"), { domain: DOMAIN, selector });
    expect(await signing()).toBe(first);
    await active(selector);
    expect(await signing()).toBe(selector);
    expect(await keyOf(first)).toBeNull();
    delete dns.zone[`${selector}._domainkey.${DOMAIN}`];
    expect(await checkDkimKey(castCtx("ada"), { domain: DOMAIN, selector })).toEqual({
      problem: "missing",
      activated: false,
    });
    expect(await signing()).toBe(selector);
    await removeDkimKey(castCtx("ada"), { domain: DOMAIN, selector });
    expect(await signing()).toBeUndefined();
  });

  test("two administrators at once make one key, and check it into use once", async () => {
    const made = await Promise.allSettled([1, 2].map(() => createDkimKey(castCtx("ada"), { domain: DOMAIN })));
    expect(made.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(made.find(({ status }) => status === "rejected")).toMatchObject({ reason: { kind: "conflict" } });
    const [key] = await database().prisma.dkimKey.findMany();
    const selector = key?.selector ?? "";
    await publish(selector);
    const checks = await Promise.all([1, 2].map(() => checkDkimKey(castCtx("ada"), { domain: DOMAIN, selector })));
    expect(checks.filter(({ activated }) => activated)).toHaveLength(1);
    const events = await database().prisma.event.findMany({ where: { type: { startsWith: "mail.dkim_" } } });
    expect(events.at(-1)).toMatchObject({ type: "mail.dkim_activated", data: { domain: DOMAIN, selector } });
    expect(JSON.stringify(events)).not.toMatch(/PRIVATE|MII/);
  });

  test("the database holds one key in use and one that waits, sealed", async () => {
    const selector = await active();
    const row = await keyOf(selector);
    expect(row?.privateKey).not.toMatch(/PRIVATE KEY/);
    const again = database().prisma.dkimKey.create({ data: { ...row!, selector: "other" } });
    await expect(again).rejects.toThrow(/dkim_key_one_active|Unique/);
    await createDkimKey(castCtx("ada"), { domain: DOMAIN });
    const waiting = database().prisma.dkimKey.create({ data: { ...row!, selector: "third", activeAt: null } });
    await expect(waiting).rejects.toThrow(/dkim_key_one_waiting|Unique/);
    await database().prisma.dkimKey.updateMany({
      where: { selector },
      data: { privateKey: "c2VhbGVkIGVsc2V3aGVyZSwgYnkgYW5vdGhlciBzZWNyZXQ=" },
    });
    expect(await findSigningKey(systemCtx(), `a@${DOMAIN}`)).toBeNull();
  });

  test("only administrators make, check, see and remove keys", async () => {
    const selector = await active();
    for (const act of [
      () => createDkimKey(castCtx("sara"), { domain: DOMAIN }),
      () => checkDkimKey(castCtx("sara"), { domain: DOMAIN, selector }),
      async () => removeDkimKey(castCtx("sara"), { domain: DOMAIN, selector }),
      () => listDkimDomains(castCtx("sara"), []),
    ]) {
      await expect(act()).rejects.toMatchObject({ kind: "forbidden" });
    }
    for (const domain of ["", "localhost", "a b.example", "x/y.example"]) {
      await expect(createDkimKey(castCtx("ada"), { domain })).rejects.toMatchObject({ kind: "invalid" });
    }
  });

  test("the screen's data lists each domain once with what DNS says, and no secret", async () => {
    await active();
    dns.zone[DOMAIN] = { TXT: ["v=spf1 mx -all"] };
    const domains = await listDkimDomains(castCtx("ada"), [`help@${DOMAIN}`, "support@second.example"]);
    expect(domains.map(({ domain }) => domain)).toEqual([DOMAIN, "second.example"]);
    expect(domains[0]).toMatchObject({
      keys: [{ problem: null }],
      spf: { text: "v=spf1 mx -all", problem: null },
      dmarc: { problem: "missing" },
    });
    expect(JSON.stringify(domains)).not.toMatch(/private/i);
  });
});

describe("a record", () => {
  test("is written in strings of at most 255 octets", () => {
    const value = dkimRecordValue("A".repeat(392));
    const line = zoneLine("s._domainkey.x.example", value);
    const strings = [...line.matchAll(/"([^"]*)"/g)].map(([, text = ""]) => text);
    expect(strings.join("")).toBe(value);
    expect(strings.every((text) => text.length <= 255)).toBe(true);
    expect(line).toMatch(/^s\._domainkey\.x\.example\. 3600 IN TXT \( /);
  });

  test("counts as the same however it is spaced", () => {
    expect(compareDkimRecord(["v=DKIM1;k=rsa;p=AB CD;"], "ABCD")).toBeNull();
    expect(compareDkimRecord(["p=ABCD"], "ABCD")).toBeNull();
    expect(compareDkimRecord(["v=DKIM2; p=ABCD"], "ABCD")).toBe("different");
    expect(compareDkimRecord(["something else", "v=DKIM1; p=ABCD"], "ABCD")).toBeNull();
  });

  test.each([
    [null, "no_answer"],
    [["other"], "missing"],
    [["v=spf1 -all", "v=spf1 ~all"], "several"],
    [["v=spf1 +all"], "passes_all"],
    [["v=spf1 all"], "passes_all"],
    [["v=spf1 mx"], "no_end"],
    [["v=spf1 redirect=_spf.x.example"], null],
    [["v=spf1 mx ~all"], null],
  ])("SPF %j: %s", (records, problem) => {
    expect(adviseSpf(records).problem).toBe(problem);
  });

  test.each([
    [null, "no_answer"],
    [[], "missing"],
    [["v=DMARC1; p=none"], "asks_nothing"],
    [["v=DMARC1; p=reject", "v=DMARC1; p=none"], "several"],
    [["v=DMARC1; p=quarantine; rua=mailto:x@y"], null],
  ])("DMARC %j: %s", (records, problem) => {
    expect(adviseDmarc(records).problem).toBe(problem);
  });
});

describe("an outgoing mail", () => {
  const received: Buffer[] = [];
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        received.push(Buffer.concat(chunks));
        done();
      });
    },
  });
  let port = 0;
  beforeAll(async () => {
    await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
    port = (server.server.address() as AddressInfo).port;
  });
  afterAll(() => new Promise((resolve) => server.close(() => resolve(undefined))));
  afterEach(() => {
    closeTransport();
    delete process.env.SMTP_URL;
    forgetConfig();
  });

  const send = async () => {
    const { id } = await queueMail(systemCtx(), {
      template: "solved",
      props: {
        number: 10482,
        subject: "Ünïcode, and a long subject that has to be folded somewhere in the middle of it",
        url: "https://help.example/t",
      },
      locale: "ru",
      to: { address: "hana@tanaka.example", name: "Hana Tanaka" },
      from: { address: `support@${DOMAIN}`, name: "Приёмная" },
    });
    await deliverMail(systemCtx(), id);
    return id;
  };
  const authenticate = (bytes: Buffer) =>
    authenticateMail(
      { bytes, clientIp: "203.0.113.9", helo: "mx.example", envelopeFrom: `support@${DOMAIN}`, source: "smtp" },
      { trustedRelays: [] },
    );

  test("by SMTP is signed for its From domain and verifies at the receiver", async () => {
    process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;
    forgetConfig();
    dns.zone[`_dmarc.${DOMAIN}`] = { TXT: ["v=DMARC1; p=reject; adkim=s"] };
    const selector = await active();
    await send();
    const results = await authenticate(received.at(-1)!);
    expect(results.dkim).toEqual([{ result: "pass", domain: DOMAIN, selector }]);
    expect(results.dmarc).toMatchObject({ result: "pass", policy: "reject" });
    await removeDkimKey(castCtx("ada"), { domain: DOMAIN, selector });
    await send();
    expect((await authenticate(received.at(-1)!)).dkim).toEqual([]);
  });

  test("kept in the outbox is signed too", async () => {
    const selector = await active();
    const id = await send();
    const { bytes } = await database().prisma.outboxMail.findUniqueOrThrow({ where: { outboundId: id } });
    expect((await authenticate(Buffer.from(bytes))).dkim).toEqual([{ result: "pass", domain: DOMAIN, selector }]);
  });
});
