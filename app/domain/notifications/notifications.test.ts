import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { newId } from "~/lib/id";
import { NEVER } from "~/lib/never";
import { freezeClock } from "~/platform/clock.server";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import type { EventData, EventName } from "~/platform/events.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "~/domain/mail/events";
import "~/domain/tickets/events";
import { builtInStatusId } from "~/domain/tickets/states";
import { unsubscribeUrl } from "~/domain/mail/unsubscribe-token.server";
import { cast, type CastName, castCtx, queues, STORY_TIME } from "#tests/support/cast";
import { useDatabase } from "#tests/support/use-database";
import { countUnread } from "./count-unread.server";
import { changePreferences } from "./change-preferences.server";
import { listNotifications } from "./list-notifications.server";
import { listPreferences } from "./list-preferences.server";
import { markNotificationsRead } from "./mark-notifications-read.server";
import { notifyAgents } from "./notify-agents.server";
import { sendReceipt } from "./send-receipt.server";
import { sendSolved } from "./send-solved.server";
import { showBounce } from "./show-bounce.server";
import { sweepNotifications } from "./sweep-notifications.server";
import { findUnsubscription } from "./find-unsubscription.server";
import { unsubscribe } from "./unsubscribe.server";

useDatabase();
let restore = () => {};
beforeEach(async () => {
  restore = freezeClock(STORY_TIME);
  const { prisma } = database();
  await prisma.$transaction([
    prisma.outboundMail.deleteMany(),
    prisma.notification.deleteMany(),
    prisma.notificationPreference.deleteMany(),
    prisma.rateWindow.deleteMany(),
    prisma.ticket.deleteMany(),
  ]);
});
afterEach(() => restore());

async function makeTicket(state: "new" | "open" | "solved" = "open", text = "The pump has a dent.") {
  const { prisma } = database();
  const at = new Date(STORY_TIME);
  const ticket = await prisma.ticket.create({
    data: {
      id: newId(),
      subject: "Damaged pump",
      requesterId: cast.giulia.id,
      queueId: queues.repairs.id,
      state,
      statusId: builtInStatusId(state),
      channel: "mail",
      locale: "it",
      assigneeId: cast.sara.id,
      createdAt: at,
      activityAt: at,
      publicAt: at,
      waitingSince: NEVER,
      nextDueAt: NEVER,
    },
  });
  const message = await prisma.message.create({
    data: {
      id: newId(),
      ticketId: ticket.id,
      kind: "public",
      side: "customer",
      authorId: cast.giulia.id,
      channel: "mail",
      text,
      sentAt: at,
    },
  });
  return { id: ticket.id, number: ticket.number, messageId: message.id };
}

const record = <N extends EventName>(who: CastName | null, type: N, ticketId: string, data: EventData[N]) =>
  inTransaction(who ? castCtx(who) : systemCtx(), (ctx) => recordEvent(ctx, type, { ticketId }, data));
const mails = () => database().prisma.outboundMail.findMany({ orderBy: { recipient: "asc" } });

describe("receipts", () => {
  const opened = async (over: Partial<EventData["ticket.opened"]> = {}) => {
    const ticket = await makeTicket("new");
    const data = {
      channel: "mail" as const,
      queueId: queues.repairs.id,
      messageId: ticket.messageId,
      automatic: false,
    };
    return { ticket, eventId: await record("giulia", "ticket.opened", ticket.id, { ...data, ...over }) };
  };

  test("go to the requester once, in her language, from the queue, as an automatic answer", async () => {
    const { ticket, eventId } = await opened();
    await sendReceipt(systemCtx(), eventId);
    await sendReceipt(systemCtx(), eventId);
    expect(await mails()).toMatchObject([
      {
        template: "receipt",
        recipient: cast.giulia.email,
        locale: "it",
        autoSubmitted: "auto-replied",
        fromAddress: queues.repairs.address,
        threadId: ticket.id,
        state: "queued",
        props: { number: ticket.number, subject: "Damaged pump", text: "The pump has a dent." },
      },
    ]);
  });

  test.each([
    ["automatic mail", { automatic: true }],
    ["a ticket that an agent opened", { channel: "agent" as const }],
  ])("never answer %s", async (_what, over) => {
    await sendReceipt(systemCtx(), (await opened(over)).eventId);
    expect(await mails()).toEqual([]);
  });

  test.each([
    ["a note", { kind: "note", side: "agent" }],
    ["an agent's words", { kind: "public", side: "agent" }],
  ] as const)("never carry %s, also when a program opened the ticket", async (_what, written) => {
    const { ticket, eventId } = await opened({ channel: "api" });
    await database().prisma.message.update({ where: { id: ticket.messageId }, data: written });
    await sendReceipt(systemCtx(), eventId);
    expect(await mails()).toEqual([]);
  });

  test("stay away where the person or the queue does not want them", async () => {
    await changePreferences(castCtx("giulia"), cast.giulia, { mail: ["reply", "solved"], screen: [] });
    await sendReceipt(systemCtx(), (await opened()).eventId);
    await database().prisma.notificationPreference.deleteMany();
    await database().prisma.queue.update({ where: { id: queues.repairs.id }, data: { receipt: false } });
    await sendReceipt(systemCtx(), (await opened()).eventId);
    await database().prisma.queue.update({ where: { id: queues.repairs.id }, data: { receipt: true } });
    expect(await mails()).toEqual([]);
  });

  test("end at the limit of the address, and the ticket says so once", async () => {
    let last = await opened();
    for (let i = 0; i < 10; i++) {
      await sendReceipt(systemCtx(), last.eventId);
      last = await opened();
    }
    await sendReceipt(systemCtx(), last.eventId);
    await sendReceipt(systemCtx(), last.eventId);
    const said = await database().prisma.event.findMany({ where: { type: "ticket.mail_suppressed" } });
    expect(said.map(({ ticketId, data }) => ({ ticketId, data }))).toEqual([
      {
        ticketId: last.ticket.id,
        data: { template: "receipt", reason: "limit_address", recipient: cast.giulia.id },
      },
    ]);
  });
});

describe("solved without an answer", () => {
  const solved = async (cause: "agent" | "reply" | "customer") => {
    const ticket = await makeTicket("solved");
    return {
      ticket,
      eventId: await record("sara", "ticket.state_changed", ticket.id, { from: "open", to: "solved", cause }),
    };
  };

  test("is told once the change can no longer be undone", async () => {
    const { eventId } = await solved("agent");
    await sendSolved(systemCtx(), eventId);
    expect(await mails()).toEqual([]);
    const { rows } = await database().pool.query("select run_at from graphile_worker.jobs where key = $1", [
      `${eventId}:solved`,
    ]);
    freezeClock(rows[0].run_at);
    await sendSolved(systemCtx(), eventId);
    await sendSolved(systemCtx(), eventId);
    expect(await mails()).toMatchObject([{ template: "solved", autoSubmitted: "auto-generated" }]);
  });

  test("is not told when it was undone, nor beside an answer, nor to who solved it", async () => {
    const { ticket, eventId } = await solved("agent");
    await database().prisma.ticket.update({ where: { id: ticket.id }, data: { state: "open" } });
    const others = [eventId, (await solved("reply")).eventId, (await solved("customer")).eventId];
    freezeClock("2026-11-20T11:00:00.000Z");
    for (const id of others) await sendSolved(systemCtx(), id);
    expect(await mails()).toEqual([]);
  });
});

describe("agents", () => {
  test("hear of an assignment, not of their own", async () => {
    const ticket = await makeTicket();
    const data = { from: null, to: cast.sara.id, reason: "manual" as const };
    const byElena = await record("elena", "ticket.assigned", ticket.id, data);
    const byHerself = await record("sara", "ticket.assigned", ticket.id, data);
    for (const id of [byElena, byHerself, byElena]) await notifyAgents(systemCtx(), id);
    const { rows } = await listNotifications(castCtx("sara"), null);
    expect(rows).toMatchObject([
      {
        kind: "assigned",
        unread: true,
        actor: "Elena Rossi",
        ticket: { number: ticket.number, subject: "Damaged pump" },
      },
    ]);
    expect(await mails()).toMatchObject([
      { template: "agent-notice", recipient: cast.sara.email, props: { kind: "assigned", actor: "Elena Rossi" } },
    ]);
  });

  test("get the notices of a ticket as one conversation each", async () => {
    const [ticket, other] = [await makeTicket(), await makeTicket()];
    const assign = (id: string) =>
      record("elena", "ticket.assigned", id, { from: null, to: cast.sara.id, reason: "manual" });
    for (let i = 0; i < 25; i++) {
      freezeClock(new Date(Date.parse(STORY_TIME) + i * 1_000));
      await notifyAgents(systemCtx(), await assign(ticket.id));
    }
    await notifyAgents(systemCtx(), await assign(other.id));
    freezeClock(new Date(Date.parse(STORY_TIME) + 25_000));
    const mentions = [cast.elena.id, cast.sara.id];
    await notifyAgents(
      systemCtx(),
      await record("marco", "ticket.noted", ticket.id, { messageId: ticket.messageId, mentions }),
    );
    const all = await database().prisma.outboundMail.findMany({ orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
    const saras = all.filter((mail) => mail.personId === cast.sara.id && mail.threadId === ticket.id);
    const ids = saras.map(({ messageId }) => messageId);
    expect(saras[0]).toMatchObject({ inReplyTo: null, references: [] });
    expect(saras[2]).toMatchObject({ inReplyTo: ids[1], references: [ids[0], ids[1]] });
    expect(saras[25]).toMatchObject({ inReplyTo: ids[24], references: [ids[0], ...ids.slice(6, 25)] });
    const alone = all.filter((mail) => mail.personId === cast.elena.id || mail.threadId === other.id);
    expect(alone.map(({ references }) => references)).toEqual([[], []]);
  });

  test("hear of mentions; customers never do", async () => {
    const ticket = await makeTicket();
    const mentions = [cast.elena.id, cast.marco.id, cast.giulia.id, cast.sara.id];
    const eventId = await record("sara", "ticket.noted", ticket.id, { messageId: ticket.messageId, mentions });
    await notifyAgents(systemCtx(), eventId);
    expect((await mails()).map((mail) => mail.recipient)).toEqual([cast.elena.email, cast.marco.email]);
  });

  test("hear of a customer's message as assignee or follower, by the ways they chose", async () => {
    const ticket = await makeTicket();
    await database().prisma.ticketFollower.create({
      data: { ticketId: ticket.id, personId: cast.elena.id, at: new Date() },
    });
    await changePreferences(castCtx("sara"), cast.sara, { mail: [], screen: ["customer_replied"] });
    await changePreferences(castCtx("elena"), cast.elena, { mail: ["customer_replied"], screen: [] });
    const data = { channel: "mail" as const, messageId: ticket.messageId, automatic: false };
    await notifyAgents(systemCtx(), await record("giulia", "ticket.customer_replied", ticket.id, data));
    await notifyAgents(
      systemCtx(),
      await record("giulia", "ticket.customer_replied", ticket.id, { ...data, automatic: true }),
    );
    expect(await countUnread(castCtx("sara"))).toBe(1);
    expect(await countUnread(castCtx("elena"))).toBe(0);
    expect(await mails()).toMatchObject([
      { recipient: cast.elena.email, props: { actor: "Giulia Marchetti", text: "The pump has a dent." } },
    ]);
  });

  test("lose the mark by reading the ticket or marking it read; paging goes by keyset", async () => {
    const ticket = await makeTicket();
    for (let i = 0; i < 32; i++) {
      freezeClock(new Date(Date.parse(STORY_TIME) + i));
      const data = { from: null, to: cast.sara.id, reason: "manual" as const };
      await notifyAgents(systemCtx(), await record("elena", "ticket.assigned", ticket.id, data));
    }
    const first = await listNotifications(castCtx("sara"), null);
    const second = await listNotifications(castCtx("sara"), first.next);
    expect([first.rows.length, second.rows.length, second.next]).toEqual([30, 2, null]);
    expect(new Set([...first.rows, ...second.rows].map((row) => row.id)).size).toBe(32);

    await markNotificationsRead(castCtx("elena"), "all");
    await markNotificationsRead(castCtx("sara"), [first.rows[0]!.id]);
    expect(await countUnread(castCtx("sara"))).toBe(31);
    const readAt = first.rows[11]!.at;
    await database().prisma.ticketRead.create({ data: { ticketId: ticket.id, personId: cast.sara.id, readAt } });
    expect(await countUnread(castCtx("sara"))).toBe(10);
    await sweepNotifications(systemCtx());
    expect(await countUnread(castCtx("sara"))).toBe(10);
    expect(await database().prisma.notification.count({ where: { readAt: null } })).toBe(10);
    await markNotificationsRead(castCtx("sara"), "all");
    expect(await countUnread(castCtx("sara"))).toBe(0);
  });
});

test("a bounce is written into the ticket's time line once", async () => {
  const ticket = await makeTicket();
  const data = { outboundId: newId(), threadId: ticket.id, hard: true, reason: "userunknown" };
  const eventId = await record(null, "mail.bounced", ticket.id, data);
  await showBounce(systemCtx(), eventId);
  await showBounce(systemCtx(), eventId);
  expect(await database().prisma.event.count({ where: { type: "ticket.bounced", ticketId: ticket.id } })).toBe(1);
});

test("one click stops that kind of notice, a forged link nothing", async () => {
  const ticket = await makeTicket();
  await notifyAgents(
    systemCtx(),
    await record("elena", "ticket.assigned", ticket.id, { from: null, to: cast.sara.id, reason: "manual" }),
  );
  const [mail] = await mails();
  const token = unsubscribeUrl(mail!.id).split("/").at(-1)!;
  expect(await findUnsubscription(systemCtx(), token)).toEqual({ what: "notices" });
  expect(await unsubscribe(systemCtx(), `${token.slice(0, -1)}${token.endsWith("a") ? "b" : "a"}`)).toBe(false);
  expect(await listPreferences(castCtx("sara"), cast.sara)).toContainEqual({
    kind: "assigned",
    screen: true,
    mail: true,
  });
  for (let i = 0; i < 2; i++) expect(await unsubscribe(systemCtx(), token)).toBe(true);
  expect(await listPreferences(castCtx("sara"), cast.sara)).toContainEqual({
    kind: "assigned",
    screen: true,
    mail: false,
  });
});
