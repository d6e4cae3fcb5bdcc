import http from "node:http";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { simpleParser } from "mailparser";
import { afterEach, beforeAll, afterAll, describe, expect, test } from "vitest";
import { storeFile } from "~/domain/files/store-file.server";
import { newId } from "~/lib/id";
import { forgetConfig } from "~/platform/config.server";
import { freezeClock } from "~/platform/clock.server";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { useDatabase } from "#tests/support/use-database";
import { deliverMail } from "./deliver-mail.server";
import { queueMail, type MailToQueue } from "./queue-mail.server";
import { readReplyKey } from "./reply-keys.server";
import { recordAccepted } from "./internal/record-accepted.server";
import { recordBounce } from "./record-bounce.server";
import { resendMail } from "./resend-mail.server";
import { sweepDeliveries } from "./sweep-deliveries.server";
import { closeTransport } from "./transports/choose-transport.server";

useDatabase({ cast: false });
const url = "https://help.example/tickets/10482";
const solved = (address: string): MailToQueue<"solved"> => ({
  template: "solved",
  props: { number: 10482, subject: "Damaged pump", url },
  locale: "it",
  to: { address, name: 'Hana, "the boss" Tanaka' },
  from: { address: "support@northwind.example", name: "Northwind Repairs" },
});
const row = (id: string) => database().prisma.outboundMail.findUniqueOrThrow({ where: { id } });
const jobFor = async (id: string) =>
  (await database().pool.query("select run_at from graphile_worker.jobs where key = $1", [`mail.deliver:${id}`]))
    .rows[0] as { run_at: Date } | undefined;
const queue = async (mail: MailToQueue<"solved">) => (await queueMail(systemCtx(), mail)).id;

function useTransport(variables: Record<string, string>) {
  Object.assign(process.env, variables);
  forgetConfig();
}
afterEach(() => {
  closeTransport();
  for (const name of ["SMTP_URL", "RESEND_API_KEY", "RESEND_BASE_URL"]) delete process.env[name];
  forgetConfig();
});

describe("the built-in outbox", () => {
  test("keeps the whole mail and marks it sent, once", async () => {
    const id = await queue({
      ...solved("outbox@tanaka.example"),
      autoSubmitted: "auto-replied",
      references: ["<a@b>"],
      inReplyTo: "<a@b>",
    });
    await deliverMail(systemCtx(), id);
    await deliverMail(systemCtx(), id);
    const sent = await row(id);
    expect(sent).toMatchObject({ state: "sent", transport: "outbox", attempts: 1, leaseUntil: null });
    const shown = await database().prisma.outboxMail.findUniqueOrThrow({ where: { outboundId: id } });
    expect(shown.subject).toBe("Re: [#10482] Damaged pump");
    const mail = await simpleParser(Buffer.from(shown.bytes));
    expect(mail.messageId).toBe(sent.messageId);
    expect(readReplyKey(mail.replyTo!.text)).toEqual({ outboundId: id });
    expect(mail.from!.value[0]).toMatchObject({ address: "support@northwind.example", name: "Northwind Repairs" });
    expect([mail.to].flat()[0]!.value[0]).toMatchObject({
      name: 'Hana, "the boss" Tanaka',
      address: "outbox@tanaka.example",
    });
    expect(mail.references).toBe("<a@b>");
    expect(mail.inReplyTo).toBe("<a@b>");
    expect(mail.headers.get("auto-submitted")).toBe("auto-replied");
    expect(mail.headers.get("x-auto-response-suppress")).toBe("All");
    expect(mail.headers.has("list-unsubscribe")).toBe(false);
    expect(mail.text).toContain("Il ticket #10482 è risolto");
    expect(mail.html).toContain("Il ticket #10482 è risolto");
  });

  test("a link that lets somebody in is forgotten once it is on its way", async () => {
    const link = {
      template: "sign-in-link",
      props: { url: "https://help.northwind.example/link/abc", minutes: 15 },
      locale: "en",
    } as const;
    const { id } = await queueMail(systemCtx(), { ...link, to: { address: "door@tanaka.example", name: "" } });
    expect((await row(id)).props).toMatchObject({ url: link.props.url });
    await deliverMail(systemCtx(), id);
    expect(await row(id)).toMatchObject({ state: "sent", props: {} });
  });

  test("copies carry one-click unsubscribing and the files", async () => {
    const { fileId } = await storeFile(systemCtx(), Buffer.from("label"));
    const { id } = await queueMail(systemCtx(), {
      template: "participant-message",
      props: {
        number: 1,
        subject: "Pump",
        url,
        author: "Sara",
        text: "See the label",
        side: "agent",
        attachments: [{ fileId, name: "étiquette.txt", type: "text/plain" }],
      },
      locale: "en",
      to: { address: "paolo@marchetti.example", name: "" },
    });
    await deliverMail(systemCtx(), id);
    const { bytes } = await database().prisma.outboxMail.findUniqueOrThrow({ where: { outboundId: id } });
    const raw = Buffer.from(bytes)
      .toString("latin1")
      .replace(/\r\n[ \t]+/g, " ");
    expect(raw).toMatch(/List-Unsubscribe: <http:\/\/localhost:3000\/unsubscribe\/[a-z2-7.]+>/);
    expect(raw).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    const mail = await simpleParser(Buffer.from(bytes));
    expect(mail.attachments[0]).toMatchObject({ filename: "étiquette.txt", contentType: "text/plain" });
    expect(String(mail.attachments[0]!.content)).toBe("label");
  });

  test("a mail in another sender's hands waits for the end of the lease, then goes out with the same Message-ID", async () => {
    const id = await queue(solved("lease@tanaka.example"));
    const leaseUntil = new Date(Date.now() + 20_000);
    await database().prisma.outboundMail.update({ where: { id }, data: { state: "sending", attempts: 1, leaseUntil } });
    await database().pool.query("delete from graphile_worker._private_jobs");
    await deliverMail(systemCtx(), id);
    expect((await row(id)).state).toBe("sending");
    expect((await jobFor(id))!.run_at.getTime()).toBe(leaseUntil.getTime());
    await deliverMail(systemCtx({ now: new Date(leaseUntil.getTime() + 1) }), id);
    expect(await row(id)).toMatchObject({ state: "sent", attempts: 2 });
  });

  test("the sweep finds what has no job: lost, due and abandoned mails", async () => {
    await database().pool.query("delete from graphile_worker._private_jobs");
    await database().prisma.outboundMail.deleteMany();
    const lost = await queue(solved("a@tanaka.example"));
    const later = await queue(solved("b@tanaka.example"));
    const abandoned = await queue(solved("c@tanaka.example"));
    const sent = await queue(solved("d@tanaka.example"));
    const { prisma, pool } = database();
    await prisma.outboundMail.update({
      where: { id: later },
      data: { state: "deferred", nextTryAt: new Date(Date.now() + 60_000) },
    });
    await prisma.outboundMail.update({
      where: { id: abandoned },
      data: { state: "sending", leaseUntil: new Date(Date.now() - 1) },
    });
    await prisma.outboundMail.update({ where: { id: sent }, data: { state: "sent" } });
    await pool.query("delete from graphile_worker._private_jobs");
    await sweepDeliveries(systemCtx());
    await sweepDeliveries(systemCtx());
    const { rows } = await pool.query("select key from graphile_worker.jobs order by key");
    expect(rows.map((r: { key: string }) => r.key)).toEqual([lost, abandoned].map((id) => `mail.deliver:${id}`).sort());
  });
});

describe("SMTP", () => {
  const received: { envelope: string; to: string; raw: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onRcptTo({ address }, _session, done) {
      if (address.startsWith("gone"))
        return done(Object.assign(new Error("5.1.1 No such user"), { responseCode: 550 }));
      if (address.startsWith("grey"))
        return done(Object.assign(new Error("4.7.1 Greylisted, try again later"), { responseCode: 451 }));
      done();
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream
        .on("data", (chunk: Buffer) => chunks.push(chunk))
        .on("end", () => {
          const mailFrom = session.envelope.mailFrom;
          const to = session.envelope.rcptTo[0]!.address;
          if (to.startsWith("spam"))
            return done(Object.assign(new Error("5.7.1 Looks like spam"), { responseCode: 554 }));
          received.push({ envelope: mailFrom ? mailFrom.address : "", to, raw: Buffer.concat(chunks).toString() });
          done();
        });
    },
  });
  let smtpUrl = "";
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    smtpUrl = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

  test("hands the mail over with the keyed address as envelope sender", async () => {
    useTransport({ SMTP_URL: smtpUrl });
    const id = await queue(solved("hana@tanaka.example"));
    await deliverMail(systemCtx(), id);
    expect(await row(id)).toMatchObject({ state: "sent", transport: "smtp" });
    const mail = received.at(-1)!;
    expect(mail.to).toBe("hana@tanaka.example");
    expect(readReplyKey(mail.envelope)).toEqual({ outboundId: id });
    expect((await simpleParser(mail.raw)).messageId).toBe((await row(id)).messageId);
  });

  test("a permanent no bounces, suppresses the address and is told once", async () => {
    useTransport({ SMTP_URL: smtpUrl });
    const threadId = newId();
    const { id } = await queueMail(systemCtx(), { ...solved("gone@tanaka.example"), threadId });
    await deliverMail(systemCtx(), id);
    expect(await row(id)).toMatchObject({ state: "bounced", status: "5.1.1", reason: "userunknown", leaseUntil: null });
    const events = await database().prisma.event.findMany({ where: { type: "mail.bounced", ticketId: threadId } });
    expect(events.map((event) => event.data)).toEqual([
      { outboundId: id, threadId, hard: true, reason: "userunknown" },
    ]);
    expect((await queueMail(systemCtx(), solved("gone@tanaka.example"))).suppressed).toBe("userunknown");
    await resendMail(systemCtx(), id);
    expect(await row(id)).toMatchObject({ state: "queued", reason: null });
    expect(await database().prisma.suppression.count({ where: { address: "gone@tanaka.example" } })).toBe(0);
  });

  test("a bounce that comes back before the handing over is noted stays a bounce", async () => {
    const id = await queue(solved("fast@tanaka.example"));
    const due = { state: "sending" as const, attempts: 1, leaseUntil: new Date(Date.now() + 20_000) };
    const claim = await database().prisma.outboundMail.update({ where: { id }, data: due });
    await recordBounce(systemCtx(), {
      outboundId: id,
      hard: true,
      suppress: false,
      status: "5.2.2",
      reason: "mailboxfull",
      detail: "full",
    });
    await recordAccepted(systemCtx(), claim, "smtp", { transportId: "250 OK" });
    expect(await row(id)).toMatchObject({
      state: "bounced",
      status: "5.2.2",
      reason: "mailboxfull",
      sentAt: expect.any(Date),
      transportId: "250 OK",
    });
  });

  test("a temporary no is tried later and later, and given up after three days", async () => {
    useTransport({ SMTP_URL: smtpUrl });
    const id = await queue(solved("grey@tanaka.example"));
    const gaps: number[] = [];
    const restore = freezeClock(new Date());
    try {
      for (let i = 0; i < 4; i++) {
        const before = systemCtx().now.getTime();
        await deliverMail(systemCtx(), id);
        const mail = await row(id);
        expect(mail).toMatchObject({ state: "deferred", status: "4.7.1", reason: "onhold", attempts: i + 1 });
        expect((await jobFor(id))!.run_at.getTime()).toBe(mail.nextTryAt.getTime());
        gaps.push(Math.round((mail.nextTryAt.getTime() - before) / 60_000));
        await deliverMail(systemCtx(), id); // not due
        freezeClock(mail.nextTryAt);
      }
      expect(gaps[0]).toBe(1);
      expect([...gaps].sort((a, b) => a - b)).toEqual(gaps);
      freezeClock(new Date(Date.now() + 4 * 86_400_000));
      await deliverMail(systemCtx(), id);
      expect(await row(id)).toMatchObject({ state: "failed", status: "5.4.7", reason: "expired" });
    } finally {
      restore();
    }
  });

  test("a refused content fails the mail and leaves the address alone", async () => {
    useTransport({ SMTP_URL: smtpUrl });
    const id = await queue(solved("spam@tanaka.example"));
    await deliverMail(systemCtx(), id);
    expect(await row(id)).toMatchObject({ state: "failed", status: "5.7.1", reason: "spamdetected" });
    expect(await database().prisma.suppression.count({ where: { address: "spam@tanaka.example" } })).toBe(0);
  });

  test("a server that is away defers", async () => {
    useTransport({ SMTP_URL: "smtp://127.0.0.1:1" });
    const id = await queue(solved("away@tanaka.example"));
    await deliverMail(systemCtx(), id);
    expect(await row(id)).toMatchObject({ state: "deferred", status: "4.4.1" });
  });
});

describe("Resend", () => {
  const requests: { key: string | undefined; body: Record<string, unknown> }[] = [];
  let answer: { status: number; body: object } = { status: 200, body: { id: "re-1" } };
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request
      .on("data", (chunk: Buffer) => chunks.push(chunk))
      .on("end", () => {
        requests.push({
          key: request.headers["idempotency-key"] as string,
          body: JSON.parse(String(Buffer.concat(chunks))),
        });
        response.writeHead(answer.status, { "content-type": "application/json" }).end(JSON.stringify(answer.body));
      });
  });
  let variables: Record<string, string> = {};
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    variables = { RESEND_API_KEY: "re_test", RESEND_BASE_URL: `http://127.0.0.1:${port}` };
  });
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

  test("gets Message-ID and references as headers, the outbound id as idempotency key", async () => {
    useTransport(variables);
    answer = { status: 200, body: { id: "re-1" } };
    const id = await queue({ ...solved("hana@tanaka.example"), inReplyTo: "<a@b>", references: ["<x@y>", "<a@b>"] });
    await deliverMail(systemCtx(), id);
    const sent = await row(id);
    expect(sent).toMatchObject({ state: "sent", transport: "resend", transportId: "re-1" });
    const { key, body } = requests.at(-1)!;
    expect(key).toBe(id);
    expect(body.headers).toMatchObject({
      "Message-ID": sent.messageId,
      "In-Reply-To": "<a@b>",
      References: "<x@y> <a@b>",
    });
    expect(body.to).toBe('"Hana, \\"the boss\\" Tanaka" <hana@tanaka.example>');
    expect(body.text).toContain("#10482");
  });

  test.each([
    [429, "rate_limit_exceeded", "deferred"],
    [500, "application_error", "deferred"],
    [401, "missing_api_key", "deferred"],
    [422, "validation_error", "failed"],
    [409, "invalid_idempotent_request", "sent"],
  ])("answer %i %s leaves the mail %s", async (status, name, state) => {
    useTransport(variables);
    answer = { status, body: { statusCode: status, name, message: "said so" } };
    const id = await queue(solved("hana@tanaka.example"));
    await deliverMail(systemCtx(), id);
    expect((await row(id)).state).toBe(state);
  });
});
