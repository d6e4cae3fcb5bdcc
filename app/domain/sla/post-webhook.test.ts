import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { builtInStatusId } from "~/domain/tickets/states";
import { newId } from "~/lib/id";
import { NEVER } from "~/lib/never";
import { freezeClock } from "~/platform/clock.server";
import { forgetConfig } from "~/platform/config.server";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { recordEvent } from "~/platform/events.server";
import { isPrivateAddress } from "~/platform/private-addresses.server";
import { inTransaction } from "~/platform/transaction.server";
import { verifyWebhook } from "~/domain/mailroom/verify-webhook";
import { cast, queues, STORY_TIME } from "#tests/support/cast";
import { useDatabase } from "#tests/support/use-database";
import "./events";
import { giveUpWebhook } from "./give-up-webhook.server";
import { postWebhook } from "./post-webhook.server";
import { postWebhooks } from "./post-webhooks.server";
import { policyRules } from "./schema";
import { webhookSecret } from "./webhook-secret.server";

useDatabase();

type Call = { headers: Record<string, string | string[] | undefined>; body: Buffer; path: string | undefined };
let calls: Call[] = [];
let answers: number[] = [];
let receiver: Server;
let origin = "";
let restore = () => {};

beforeEach(async () => {
  restore = freezeClock(STORY_TIME);
  process.env.SPORTELLO_SECRET = "a secret of thirty-two characters";
  process.env.WEBHOOK_PRIVATE = "1";
  forgetConfig();
  calls = [];
  answers = [];
  receiver = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      calls.push({ headers: request.headers, body: Buffer.concat(parts), path: request.url });
      const status = answers.shift() ?? 204;
      response.writeHead(status, status === 302 ? { location: `${origin}/elsewhere` } : {}).end();
    });
  });
  await new Promise<void>((ready) => receiver.listen(0, "127.0.0.1", ready));
  origin = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
});
afterEach(async () => {
  restore();
  delete process.env.WEBHOOK_PRIVATE;
  forgetConfig();
  receiver.closeAllConnections();
  await new Promise((closed) => receiver.close(closed));
});

const STEP = "00000000-0000-7000-8000-00000000aaaa";

/** A ticket in a cycle under a policy whose step calls these URLs after telling the lead. */
async function escalate(...urls: string[]) {
  const { prisma } = database();
  const now = new Date(STORY_TIME);
  const [ticketId, policyId, versionId, targetId] = [newId(), newId(), newId(), newId()];
  const actions = [{ do: "notify", who: "lead" }, ...urls.map((url) => ({ do: "webhook", url }))];
  const rules = policyRules.parse({
    conditions: {},
    targets: { resolution: { seconds: { normal: 3_600 } } },
    ladder: [{ id: STEP, at: { percent: 80 }, actions }],
  });
  const dueAt = new Date("2026-11-20T11:00:00.000Z");
  const ticket = await prisma.ticket.create({
    data: {
      id: ticketId,
      subject: "Damaged pump",
      requesterId: cast.giulia.id,
      queueId: queues.repairs.id,
      state: "open",
      statusId: builtInStatusId("open"),
      channel: "mail",
      createdAt: now,
      activityAt: now,
      publicAt: now,
      waitingSince: NEVER,
      nextDueAt: NEVER,
    },
  });
  await prisma.slaPolicy.create({ data: { id: policyId, name: `Gold ${policyId}`, position: 1 } });
  await prisma.slaPolicyVersion.create({ data: { id: versionId, policyId, version: 1, rules, at: now } });
  await prisma.slaTarget.create({
    data: {
      id: targetId,
      ticketId,
      kind: "resolution",
      cycle: 1,
      policyVersionId: versionId,
      priority: "normal",
      clock: "wall",
      budgetSeconds: 3_600,
      startedAt: now,
      dueAt,
      nextAlarmAt: NEVER,
      alarms: { create: { step: STEP, at: now } },
    },
  });
  const taken = { targetId, kind: "resolution", cycle: 1, step: STEP, policyVersionId: versionId } as const;
  const eventId = await inTransaction(systemCtx(), (ctx) =>
    recordEvent(ctx, "sla.escalated", { ticketId }, { ...taken, who: ["lead"] }),
  );
  return { ticketId, number: ticket.number, eventId };
}

const post = (eventId: string, action = 1) => postWebhook(systemCtx(), { eventId, action });

test("says what happened, signed, and never again once it was taken", async () => {
  const { ticketId, number, eventId } = await escalate(`${origin}/hook?room=1`);
  await post(eventId);
  await post(eventId);
  expect(calls).toHaveLength(1);
  const { headers, body, path } = calls[0] as Call;
  expect(path).toBe("/hook?room=1");
  expect(headers["content-type"]).toBe("application/json");
  expect(JSON.parse(body.toString())).toEqual({
    type: "sla.escalated",
    at: STORY_TIME,
    ticket: {
      id: ticketId,
      number,
      subject: "Damaged pump",
      priority: "normal",
      queue: { id: queues.repairs.id, name: "Repairs" },
    },
    target: { kind: "resolution", cycle: 1, dueAt: "2026-11-20T11:00:00.000Z" },
  });
  const signed = {
    id: String(headers["webhook-id"]),
    timestamp: String(headers["webhook-timestamp"]),
    signature: String(headers["webhook-signature"]),
  };
  const now = new Date(STORY_TIME);
  expect(verifyWebhook(webhookSecret(), signed, body, now)).toBe(true);
  expect(verifyWebhook(webhookSecret(), signed, Buffer.from(`${body.toString()} `), now)).toBe(false);
});

test("comes again under the same id until it is taken", async () => {
  const { eventId } = await escalate(origin);
  answers = [503, 404, 200];
  await expect(post(eventId)).rejects.toThrow("503");
  await expect(post(eventId)).rejects.toThrow("404");
  await post(eventId);
  await post(eventId);
  expect(calls).toHaveLength(3);
  expect(new Set(calls.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
});

test("what nobody took at the last try is said on the ticket, with the last answer", async () => {
  const { eventId, ticketId } = await escalate(origin);
  answers = [410];
  const refused = await post(eventId).catch((error: unknown) => error);
  await giveUpWebhook(systemCtx(), { eventId, action: 1 }, refused);
  await giveUpWebhook(systemCtx(), { eventId, action: 1 }, new Error("connect ECONNREFUSED"));
  const events = await database().prisma.event.findMany({
    where: { ticketId, type: "sla.webhook_failed" },
    orderBy: { id: "asc" },
  });
  // Both at one frozen moment: their order is anybody's.
  expect(events).toHaveLength(2);
  for (const status of [410, null])
    expect(events.map(({ data }) => data)).toContainEqual(expect.objectContaining({ step: STEP, action: 1, status }));
});

test("a redirect is not followed", async () => {
  const { eventId } = await escalate(origin);
  answers = [302];
  await expect(post(eventId)).rejects.toThrow("302");
  expect(calls.map(({ path }) => path)).toEqual(["/"]);
});

describe("private networks", () => {
  test.each(["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]"])("%s is refused unless allowed", async (host) => {
    delete process.env.WEBHOOK_PRIVATE;
    forgetConfig();
    const { eventId } = await escalate(`http://${host}:${new URL(origin).port}/`);
    await expect(post(eventId)).rejects.toThrow(/private/);
    expect(calls).toEqual([]);
  });

  test("the addresses", () => {
    const inside = [
      "10.1.2.3",
      "172.31.0.1",
      "192.168.1.1",
      "169.254.169.254",
      "100.64.0.1",
      "0.0.0.0",
      "255.255.255.255",
    ];
    const inside6 = [
      "::",
      "::1",
      "fe80::1%eth0",
      "fd00::1",
      "::ffff:10.0.0.1",
      "64:ff9b::a00:1",
      "::10.0.0.1",
      "2001:0:a00:1::1",
      "fec0::1",
      "ff02::1",
      "nonsense",
    ];
    expect([...inside, ...inside6].filter((address) => !isPrivateAddress(address))).toEqual([]);
    const outside = [
      "8.8.8.8",
      "172.32.0.1",
      "100.128.0.1",
      "2606:4700::1111",
      "2001:4860:4860::8888",
      "::ffff:8.8.8.8",
    ];
    expect(outside.filter(isPrivateAddress)).toEqual([]);
  });
});

test("a step has a job for each of its webhooks, however often it is heard of; those of a receiver follow one another", async () => {
  const { eventId } = await escalate("https://a.example/", "https://b.example/");
  for (let i = 0; i < 2; i++) await postWebhooks(systemCtx(), eventId);
  const { rows } = await database().pool.query(
    `select j.payload, q.queue_name as queue from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    join graphile_worker._private_job_queues q on q.id = j.job_queue_id where t.identifier = 'sla.webhook' order by j.id`,
  );
  expect(rows.map(({ queue }) => queue)).toEqual(["webhook:a.example", "webhook:b.example"]);
  expect(rows.map(({ payload }) => payload)).toEqual([
    { eventId, action: 1 },
    { eventId, action: 2 },
  ]);
});

test("what has gone meanwhile is not posted", async () => {
  const { ticketId, eventId } = await escalate(origin);
  await post(eventId, 0);
  await post(eventId, 7);
  await post(newId());
  await database().prisma.ticket.update({ where: { id: ticketId }, data: { deletedAt: new Date(STORY_TIME) } });
  await post(eventId);
  expect(calls).toEqual([]);
});
