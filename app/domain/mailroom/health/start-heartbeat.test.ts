import { afterEach, beforeEach, expect, test } from "vitest";
import { queues } from "#tests/support/cast";
import { SmtpClient } from "#tests/support/smtp-client";
import { countStatements } from "#tests/support/statements";
import { useDatabase } from "#tests/support/use-database";
import { newId } from "~/lib/id";
import { clock, freezeClock } from "~/platform/clock.server";
import { database } from "~/platform/db.server";
import { startSmtpReceiver } from "../start-smtp-receiver.server";
import { keepOwnCertificate } from "../keep-own-certificate.server";
import { ReceiverTally } from "./receiver-tally";
import { startHeartbeat } from "./start-heartbeat.server";

useDatabase();
const NOW = "2026-11-20T10:00:00.000Z";
const rows = () => database().prisma.mailReceiver.findMany();
const until = async (holds: () => Promise<boolean>) => {
  for (let i = 0; i < 100 && !(await holds()); i++) await new Promise((resolve) => setTimeout(resolve, 20));
};
let thaw: () => void = () => undefined;
beforeEach(async () => {
  await database().prisma.mailReceiver.deleteMany();
  thaw = freezeClock(NOW);
});
afterEach(() => thaw());

test("a receiver has a row while it listens, with its certificate, and what ended long ago is forgotten", async () => {
  const gone = { machine: "m", host: "h", port: 1, startedAt: clock.now() };
  const ago = (hours: number) => new Date(clock.now().getTime() - hours * 3_600_000);
  await database().prisma.mailReceiver.createMany({
    data: [
      { ...gone, id: newId(), seenAt: ago(25) },
      { ...gone, id: newId(), seenAt: ago(23) },
    ],
  });
  const receiver = await startSmtpReceiver({ host: "127.0.0.1", port: 0 });
  await until(async () => (await rows()).some(({ port }) => port === receiver.port));
  const [old, own] = (await rows()).sort((a, b) => a.port - b.port);
  expect(old).toMatchObject({ port: 1, seenAt: ago(23) });
  expect(own).toMatchObject({ host: "127.0.0.1", seenAt: clock.now(), startedAt: clock.now(), lastMessageAt: null });
  expect(own!.certificate).toMatchObject({
    own: true,
    names: [expect.any(String)],
    until: expect.stringMatching(/Z$/),
  });
  await receiver.stop();
  expect(await rows()).toMatchObject([{ port: 1 }]);
});

test("messages and refusals are counted by reason, in one statement per beat", async () => {
  const tally = new ReceiverTally();
  const pair = await keepOwnCertificate(process.env.SPORTELLO_DATA!, "northwind.example");
  let beat!: { stop(): Promise<void> };
  tally.count("connections", clock.now());
  tally.count("messages", clock.now());
  tally.refuse("unknown_recipient");
  tally.refuse("unknown_recipient");
  tally.fail("connect\nECONNREFUSED", clock.now());
  const statements = await countStatements(async () => {
    beat = startHeartbeat(tally, { host: "::", port: 25, everyMs: 15_000, certificate: () => pair });
    await new Promise((resolve) => setTimeout(resolve, 200));
  });
  expect(statements).toBe(1);
  expect(await rows()).toMatchObject([
    {
      port: 25,
      lastMessageAt: clock.now(),
      lastError: "connect ECONNREFUSED",
      counts: { connections: 1, messages: 1, refused: { unknown_recipient: 2 } },
    },
  ]);
  await beat.stop();
  expect(await rows()).toEqual([]);
});

test("a conversation is counted: what was taken, and what was refused and why", async () => {
  thaw();
  const receiver = await startSmtpReceiver({ host: "127.0.0.1", port: 0, heartbeatMs: 50 });
  const client = await SmtpClient.greet(receiver.port);
  await client.say("MAIL FROM:<a@b.example>");
  expect(await client.say("RCPT TO:<nobody@elsewhere.example>")).toMatch(/^550/);
  await client.say(`RCPT TO:<${queues.repairs.address}>`);
  await client.say("DATA");
  expect(await client.say("Subject: x\r\n\r\ny\r\n.")).toMatch(/^250/);
  const counted = async () => (await rows())[0]?.counts as ReceiverTally["counts"] | undefined;
  await until(async () => (await counted())?.messages === 1);
  expect(await counted()).toEqual({
    connections: 1,
    encrypted: 0,
    messages: 1,
    tlsFailed: 0,
    refused: { unknown_recipient: 1 },
  });
  client.drop();
  await receiver.stop();
});
