import { beforeEach, expect, test } from "vitest";
import { castCtx } from "#tests/support/cast";
import { explain, statementsOf } from "#tests/support/statements";
import { useDatabase } from "#tests/support/use-database";
import { getTransportHealth } from "~/domain/mail/get-transport-health.server";
import { listFailedMail } from "~/domain/mailroom/health/list-failed-mail.server";
import { listReceivers } from "~/domain/mailroom/health/list-receivers.server";
import { newId } from "~/lib/id";
import { database } from "~/platform/db.server";
import { countMailsByHour } from "./count-mails-by-hour.server";

useDatabase();
const NOW = new Date("2026-11-20T10:30:00.000Z");
const ctx = () => castCtx("ada", { now: NOW });
const ago = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);

const arrived = (hours: number, over: object = {}) =>
  database().prisma.inboundMail.create({
    data: {
      id: newId(),
      source: "smtp",
      receivedAt: ago(hours),
      envelopeFrom: "a@b.example",
      size: 1,
      sha256: "",
      stage: "done",
      outcome: "opened",
      ...over,
    },
  });
const left = (hours: number, over: object = {}) => {
  const id = newId();
  const common = { template: "receipt", locale: "en", props: {}, recipient: "a@b.example", messageId: `<${id}@x>` };
  const at = { nextTryAt: ago(hours), createdAt: ago(hours) };
  return database().prisma.outboundMail.create({ data: { id, ...common, ...at, ...over } });
};

beforeEach(async () => {
  await database().prisma.inboundMail.deleteMany();
  await database().prisma.outboundMail.deleteMany();
});

test("mails are counted in the hour and day they came, by what became of them", async () => {
  await arrived(0.1);
  await arrived(0.2, { outcome: "joined" });
  await arrived(3, { stage: "held", outcome: null });
  await arrived(30, { stage: "failed", outcome: "unreadable" });
  await arrived(200);
  await left(3, { state: "sent", sentAt: ago(3) });
  await left(3, { state: "bounced", reason: "userunknown" });

  const { slots, since } = await countMailsByHour(ctx(), "day");
  expect(slots).toHaveLength(24);
  expect(since).toBeNull();
  expect(slots[0]).toMatchObject({ at: new Date("2026-11-20T10:00:00.000Z"), in: { opened: 1, joined: 1 } });
  expect(slots[3]).toMatchObject({ in: { held: 1 }, out: { sent: 1, failed: 1 } });

  const week = await countMailsByHour(ctx(), "week");
  expect(week.slots.map((slot) => slot.in.opened + slot.in.held + slot.in.failed + slot.in.joined)).toEqual([
    3, 1, 0, 0, 0, 0, 0, 0,
  ]);
  expect(week.hours[3]).toMatchObject({ in: 1, out: 2 });
});

test("the way out is in trouble when mail waits too long or the server refuses us, and silent without mail", async () => {
  expect(await getTransportHealth(ctx())).toMatchObject({ transport: "outbox", health: "silent", queued: 0 });
  await left(1, { state: "sent", sentAt: ago(1) });
  expect((await getTransportHealth(ctx())).health).toBe("ok");
  await left(0.5, { state: "deferred", reason: "networkerror", detail: "ECONNREFUSED" });
  expect(await getTransportHealth(ctx())).toMatchObject({
    health: "trouble",
    deferred: 1,
    reason: "networkerror",
    detail: "ECONNREFUSED",
  });
  await left(0.1, { state: "sent", sentAt: ago(0.1) });
  expect((await getTransportHealth(ctx())).health).toBe("ok");
  await left(0.4);
  expect(await getTransportHealth(ctx())).toMatchObject({ health: "trouble", queued: 1, oldest: ago(0.4) });
});

test("receivers, other doors and mails set aside; agents learn nothing of them", async () => {
  const row = { machine: "m", host: "::", port: 25, startedAt: ago(40), counts: { messages: 1 } };
  await database().prisma.mailReceiver.createMany({
    data: [
      { ...row, id: newId(), seenAt: ago(0.001), lastMessageAt: ago(1) },
      { ...row, id: newId(), port: 26, seenAt: ago(0.001), lastMessageAt: ago(30) },
      { ...row, id: newId(), port: 27, seenAt: ago(2) },
    ],
  });
  await arrived(1, { source: "http" });
  const { receivers, doors } = await listReceivers(ctx());
  expect(receivers.map(({ health }) => health)).toEqual(["ok", "silent", "gone"]);
  expect(doors.find(({ source }) => source === "http")).toMatchObject({ lastMessageAt: ago(1) });

  await arrived(2, { stage: "failed", outcome: "unreadable", error: "no-headers" });
  expect(await listFailedMail(ctx())).toMatchObject({ count: 1, mails: [{ error: "no-headers" }] });
  const agent = castCtx("sara");
  for (const ask of [listReceivers, listFailedMail, (c: typeof agent) => countMailsByHour(c, "day")])
    await expect(ask(agent)).rejects.toMatchObject({ kind: "forbidden" });
});

test("each question is one or two statements, and each finds its rows by an index", async () => {
  await database().pool.query(
    `insert into inbound_mail (id, source, received_at, envelope_from, size, sha256, stage, outcome)
     select gen_random_uuid(), 'smtp', $1::timestamptz - i * interval '1 hour', '', 1, '', 'done', 'opened' from generate_series(1, 5000) i`,
    [NOW],
  );
  await database().pool.query(
    `insert into outbound_mail (id, template, locale, props, recipient, message_id, next_try_at, created_at, state, sent_at)
     select gen_random_uuid(), 'receipt', 'en', '{}', 'a@b.example', i::text, $1::timestamptz - i * interval '1 hour',
       $1::timestamptz - i * interval '1 hour', 'sent', $1 from generate_series(1, 5000) i`,
    [NOW],
  );
  await database().pool.query("analyze inbound_mail, outbound_mail");
  const ask = [
    () => countMailsByHour(ctx(), "week"),
    () => getTransportHealth(ctx()),
    () => listFailedMail(ctx()),
    () => listReceivers(ctx()),
  ];
  for (const one of ask) {
    const statements = await statementsOf(one);
    expect(statements.length).toBeLessThanOrEqual(2);
    for (const statement of statements) {
      const { scanned } = await explain(statement);
      expect(scanned.filter((table) => table !== "mail_receiver")).toEqual([]);
    }
  }
});
