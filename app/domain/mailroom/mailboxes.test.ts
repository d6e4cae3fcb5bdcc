import { expect, test } from "vitest";
import { emptyMailroom, stageOf, take, theTicket } from "#tests/support/arriving-mail";
import { castCtx, queues } from "#tests/support/cast";
import { compose } from "#tests/support/ticket-stories";
import { useDatabase } from "#tests/support/use-database";
import { archiveQueue } from "~/domain/routing/archive-queue.server";
import { restoreQueue } from "~/domain/routing/restore-queue.server";
import { replyToTicket } from "~/domain/tickets/reply-to-ticket.server";
import { makeReplyKey } from "~/domain/mail/reply-keys.server";
import { newId } from "~/lib/id";
import { config } from "~/platform/config.server";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { listMailboxes } from "./list-mailboxes.server";
import { isOwnMailbox, type Mailboxes, mailboxOf } from "./mailboxes";
import { takesMail } from "./takes-mail.server";

useDatabase();
emptyMailroom();

const boxes: Mailboxes = {
  firstQueueId: "first",
  byAddress: new Map(
    ["support@x.example", "support+returns@x.example", "*+sales@x.example", "*@x.example", "info@y.example"].map(
      (address) => [address, { address, queueId: address }],
    ),
  ),
};

test.each([
  ["support@x.example", "support@x.example"],
  ["Support+Returns@X.example", "support+returns@x.example"],
  ["support+other@x.example", "support@x.example"],
  ["support+sales@x.example", "*+sales@x.example"],
  ["anybody+sales@x.example", "*+sales@x.example"],
  [`support+returns+${makeReplyKey(newId())}@x.example`, "support+returns@x.example"],
  [`support+${makeReplyKey(newId())}@x.example`, "support@x.example"],
  ["anybody@x.example", "*@x.example"],
  ["info+sales@y.example", "info@y.example"],
  ["*@x.example", null],
  ["anybody@y.example", null],
  ["anybody@sub.x.example", null],
])("%s belongs to %s", (address, expected) => {
  expect(mailboxOf(boxes, address)?.address ?? null).toBe(expected);
});

test("a catch-all makes nobody's address ours", () => {
  expect(isOwnMailbox(boxes, "sara@x.example")).toBe(false);
  expect(isOwnMailbox(boxes, "support+returns@x.example")).toBe(true);
});

test("patterns and filing addresses are taken at RCPT; a ticket by a pattern has its defaults", async () => {
  const { prisma } = database();
  const ctx = systemCtx();
  expect(await takesMail(ctx, "whoever+returns@northwind.example")).toBe(false);
  await prisma.queueAddress.create({
    data: { address: "*+returns@northwind.example", queueId: queues.billing.id, tags: ["return"], answer: "none" },
  });
  await listMailboxes(ctx, true);
  expect(await takesMail(ctx, "whoever+returns@northwind.example")).toBe(true);
  const mail = await take({ to: "whoever+returns@northwind.example" });
  expect(await theTicket()).toMatchObject({
    queueId: queues.billing.id,
    address: "*+returns@northwind.example",
    tags: [{ tag: { name: "return" } }],
  });
  expect(stageOf(mail, "answer")).toMatchObject({ result: "none", why: "address" });

  const key = "abcdefgh23456789";
  await prisma.agentProfile.upsert({
    where: { personId: castCtx("sara").actor.personId },
    create: { personId: castCtx("sara").actor.personId, presenceAt: new Date(), filingKey: key },
    update: { filingKey: key },
  });
  expect(await takesMail(ctx, `file.${key}@${config().mail.domain}`)).toBe(true);
  expect(await takesMail(ctx, `file.${key}x@${config().mail.domain}`)).toBe(false);
  await prisma.person.update({ where: { id: castCtx("sara").actor.personId }, data: { deactivatedAt: new Date() } });
  expect(await takesMail(ctx, `file.${key}@${config().mail.domain}`)).toBe(false);
});

test("an archived queue's addresses take mail on, answers come from them, and mail that names none of ours goes elsewhere", async () => {
  const { prisma } = database();
  const ctx = systemCtx();
  const before = await listMailboxes(ctx, true);
  expect(before.firstQueueId).toBe(queues.repairs.id);
  await archiveQueue(castCtx("ada"), queues.repairs.id);
  const after = await listMailboxes(ctx, true);
  expect(after.firstQueueId).not.toBe(queues.repairs.id);
  expect(isOwnMailbox(after, queues.repairs.address)).toBe(true);
  expect(await takesMail(ctx, queues.repairs.address)).toBe(true);
  await take();
  const ticket = await theTicket();
  expect(ticket).toMatchObject({ queueId: queues.repairs.id, address: queues.repairs.address });
  await replyToTicket(castCtx("ada"), ticket.number, compose({ confirmed: true }), { channel: "api" });
  expect(await prisma.outboundMail.findFirstOrThrow({ where: { template: "reply" } })).toMatchObject({
    fromAddress: queues.repairs.address,
  });
  await restoreQueue(castCtx("ada"), queues.repairs.id);
  await listMailboxes(ctx, true);
});

test("a bare reply key and the postmaster are addresses of ours, and take part in no ticket", async () => {
  const { domain } = config().mail;
  await take({ to: [`postmaster@${domain}`, `${makeReplyKey(newId())}@${domain}`, "colleague@elsewhere.example"] });
  const { id } = await theTicket();
  const takePart = await database().prisma.emailAddress.findMany({
    where: { person: { participating: { some: { ticketId: id } } } },
    select: { address: true },
  });
  expect(takePart.map(({ address }) => address)).not.toContain(`postmaster@${domain}`);
  expect(takePart.filter(({ address }) => address.endsWith(`@${domain}`))).toEqual([]);
  expect(takePart.map(({ address }) => address)).toContain("colleague@elsewhere.example");
});
