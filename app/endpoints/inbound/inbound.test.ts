import { createHmac } from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { cast, queues } from "#tests/support/cast";
import { workMail } from "#tests/support/mailroom";
import { answerOf, routeArgs } from "#tests/support/requests";
import { useDatabase } from "#tests/support/use-database";
import { queueMail } from "~/domain/mail/queue-mail.server";
import { forgetConfig } from "~/platform/config.server";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { inTransaction } from "~/platform/transaction.server";
import { action as takeMime } from "./mime";
import { action as takeResend } from "./resend";

useDatabase();
const TOKEN = "an-inbound-token-of-this-test";
const SECRET = `whsec_${Buffer.from("the secret of the webhook").toString("base64")}`;
const MAIL = `From: ${cast.hana.email}\r\nTo: Billing <billing@northwind.example>\r\nMessage-ID: <http.1@tanaka.example>\r\nSubject: By HTTP\r\n\r\nHello from a program\r\n`;
const bearer = { authorization: `Bearer ${TOKEN}` };
const kept = () => database().prisma.inboundMail.findMany();

let resend: http.Server;
beforeAll(async () => {
  resend = http.createServer((request, response) => {
    const { port } = resend.address() as AddressInfo;
    if (request.url === "/raw") return void response.end(MAIL);
    const known = request.url?.startsWith("/emails/receiving/em_1");
    response.writeHead(known ? 200 : 404, { "Content-Type": "application/json" });
    const raw = { download_url: `http://127.0.0.1:${port}/raw`, expires_at: "2027-01-01T00:00:00Z" };
    response.end(JSON.stringify(known ? { object: "email", id: "em_1", raw } : { name: "not_found", message: "no" }));
  });
  await new Promise<void>((done) => resend.listen(0, "127.0.0.1", done));
  Object.assign(process.env, {
    INBOUND_TOKEN: TOKEN,
    RESEND_WEBHOOK_SECRET: SECRET,
    RESEND_API_KEY: "re_of_this_test",
    RESEND_BASE_URL: `http://127.0.0.1:${(resend.address() as AddressInfo).port}`,
  });
  forgetConfig();
});
afterAll(async () => {
  for (const name of ["INBOUND_TOKEN", "RESEND_WEBHOOK_SECRET", "RESEND_API_KEY", "RESEND_BASE_URL"])
    delete process.env[name];
  forgetConfig();
  await new Promise((done) => resend.close(done));
});
beforeEach(async () => {
  await database().prisma.ticket.deleteMany();
  await database().prisma.inboundMail.deleteMany();
  await database().prisma.seenMail.deleteMany();
});

const post = (path: string, body: BodyInit, headers: Record<string, string>) =>
  answerOf(() =>
    (path.startsWith("/inbound/mime") ? takeMime : takeResend)(routeArgs(path, { method: "POST", body, headers })),
  );

describe("POST /inbound/mime", () => {
  test("202 when the raw message is durable; envelope from query or headers, else from the message", async () => {
    expect(await post("/inbound/mime?to=support%2Bx@northwind.example&from=a@b.example", MAIL, bearer)).toMatchObject({
      status: 202,
    });
    expect(
      await post("/inbound/mime", MAIL, {
        ...bearer,
        "x-envelope-to": "support@northwind.example, billing@northwind.example",
      }),
    ).toMatchObject({ status: 202 });
    const rows = await kept();
    expect(rows.map((row) => [row.source, row.envelopeFrom, row.recipients])).toEqual([
      ["http", "a@b.example", ["support+x@northwind.example"]],
      ["http", "", ["support@northwind.example", "billing@northwind.example"]],
    ]);
  });

  test("without an envelope the message's own headers find the queue, and nobody is taken for a machine", async () => {
    expect((await post("/inbound/mime", MAIL, bearer)).status).toBe(202);
    await workMail();
    const [ticket] = await database().prisma.ticket.findMany({ include: { messages: true } });
    expect(ticket).toMatchObject({ queueId: queues.billing.id, subject: "By HTTP", messages: [{ automatic: false }] });
  });

  test("401 without the token, 422 for others' addresses, 400 for nothing, 413 for too much", async () => {
    expect((await post("/inbound/mime", MAIL, {})).status).toBe(401);
    expect((await post("/inbound/mime", MAIL, { authorization: "Bearer wrong" })).status).toBe(401);
    expect((await post("/inbound/mime?to=nobody@northwind.example", MAIL, bearer)).status).toBe(422);
    expect((await post("/inbound/mime", "", bearer)).status).toBe(400);
    const tooMuch = new Blob([new Uint8Array(25 * 1024 * 1024 + 1)]);
    expect((await post("/inbound/mime", tooMuch, bearer)).status).toBe(413);
    expect((await post("/inbound/mime", "x", { ...bearer, "content-length": "99999999999" })).status).toBe(413);
    expect(await kept()).toEqual([]);
  });
});

describe("POST /inbound/resend", () => {
  const received = {
    type: "email.received",
    created_at: "",
    data: { email_id: "em_1", to: ["x@y.example"], received_for: ["support@northwind.example"] },
  };
  function sign(event: object, over: { id?: string; at?: number; secret?: string } = {}) {
    const { id = "msg_1", at = Math.floor(Date.now() / 1_000), secret = SECRET } = over;
    const body = JSON.stringify(event);
    const key = Buffer.from(secret.slice(6), "base64");
    const mac = createHmac("sha256", key).update(`${id}.${at}.${body}`).digest("base64");
    return {
      body,
      headers: { "svix-id": id, "svix-timestamp": String(at), "svix-signature": `v1,bm9uZQ== v1,${mac}` },
    };
  }
  const send = ({ body, headers }: { body: string; headers: Record<string, string> }) =>
    post("/inbound/resend", body, headers);

  test("a mail that Resend announces is fetched and filed once, however often the event comes", async () => {
    for (let i = 0; i < 3; i++) {
      expect((await send(sign(received, { id: `msg_${i}` }))).status).toBe(200);
      if (i > 0) await workMail();
    }
    const tickets = await database().prisma.ticket.findMany({ include: { messages: true } });
    expect(tickets).toMatchObject([
      { subject: "By HTTP", queueId: queues.repairs.id, messages: [{ automatic: false }] },
    ]);
    expect((await kept()).map((row) => row.outcome).sort()).toEqual(["duplicate", "opened"]);
  });

  test("a wrong, old or missing signature changes nothing", async () => {
    expect((await send(sign(received, { secret: `whsec_${btoa("another secret")}` }))).status).toBe(401);
    expect((await send(sign(received, { at: Math.floor(Date.now() / 1_000) - 600 }))).status).toBe(401);
    expect((await send({ ...sign(received), headers: {} })).status).toBe(401);
    const changed = sign(received);
    expect((await send({ ...changed, body: changed.body.replace("em_1", "em_2") })).status).toBe(401);
    expect((await send(sign({ hello: "world" }))).status).toBe(400);
    await workMail();
    expect(await kept()).toEqual([]);
  });

  test("a bounce is tied to its mail by our Message-ID, or by Resend's own id", async () => {
    const queue = () =>
      inTransaction(systemCtx(), (ctx) =>
        queueMail(ctx, {
          template: "sign-in-link",
          props: { url: "https://help.example/x", minutes: 15 },
          locale: "en",
          to: { address: cast.hana.email, name: "Hana" },
        }),
      );
    const [one, two] = [await queue(), await queue()];
    await database().prisma.outboundMail.update({ where: { id: two.id }, data: { transportId: "re_2" } });
    const bounce = (data: object, type = "Permanent") =>
      send(
        sign({
          type: "email.bounced",
          created_at: "",
          data: { ...data, to: [cast.hana.email], bounce: { type, subType: "General", message: "no such user" } },
        }),
      );
    expect((await bounce({ email_id: "re_1", message_id: one.messageId })).status).toBe(200);
    expect((await bounce({ email_id: "re_2" }, "Transient")).status).toBe(200);
    const rows = await database().prisma.outboundMail.findMany({
      where: { id: { in: [one.id, two.id] } },
      orderBy: { id: "asc" },
    });
    expect(rows.map((row) => row.state)).toEqual(["bounced", "queued"]);
    expect(await database().prisma.suppression.count()).toBe(1);
  });
});
