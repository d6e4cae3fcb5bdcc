import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { followCalendar } from "~/domain/sla/follow-calendar.server";
import { getRecomputeProgress } from "~/domain/sla/get-recompute-progress.server";
import { markClocksStale } from "~/domain/sla/mark-clocks-stale.server";
import { newId } from "~/lib/id";
import { NEVER } from "~/lib/never";
import { systemCtx } from "~/platform/ctx.server";
import { database, Prisma } from "~/platform/db.server";
import { cast, castCtx, queues } from "#tests/support/cast";
import {
  archivePolicies,
  HOUR,
  newestOf,
  simpleRules,
  storyTime,
  targetsOf,
  writePolicy,
} from "#tests/support/sla-stories";
import { at, compose, eventsOf, openGiulias, readTicket, waitingJobs } from "#tests/support/ticket-stories";
import { useDatabase } from "#tests/support/use-database";
import { addNote } from "./add-note.server";
import { changeTicket } from "./change-ticket.server";
import { closeSolvedTickets } from "./close-solved-tickets.server";
import { deleteTicket } from "./delete-ticket.server";
import { escalateTicket } from "./escalate-ticket.server";
import { mergeTickets } from "./merge-tickets.server";
import { moveTicket } from "./move-ticket.server";
import { openTicketForCustomer } from "./open-ticket-for-customer.server";
import { receiveCustomerMessage } from "./receive-customer-message.server";
import { recomputeClocks } from "./recompute-clocks.server";
import { releaseReply } from "./release-reply.server";
import { replyToTicket } from "./reply-to-ticket.server";
import { restoreTicket } from "./restore-ticket.server";
import { sweepAlarms } from "./sweep-alarms.server";
import { undoReply } from "./undo-reply.server";
import { wakeTicket } from "./wake-ticket.server";

useDatabase();
let thaw: () => void = () => {};
const later = (minutes: number) => {
  thaw();
  thaw = at(minutes);
};
const db = () => database().prisma;
const sara = () => castCtx("sara");
const sweep = () => sweepAlarms(systemCtx());
const slaEvents = async (ticketId: string, type?: string) =>
  (await eventsOf(ticketId)).filter((e) => (type ? e.type === type : e.type.startsWith("sla.")));
/** Released at once, as by API. */
const reply = (number: number, over = {}) => replyToTicket(sara(), number, compose(over), { channel: "api" });
const write = (ticketId: string, over = {}) =>
  receiveCustomerMessage(systemCtx(), {
    ticketId,
    authorId: cast.giulia.id,
    body: { text: "Any news?" },
    channel: "mail",
    ...over,
  });

beforeEach(async () => {
  later(0);
  await archivePolicies();
});
afterEach(() => thaw());

describe("targets", () => {
  test("a new ticket has a first reply and a resolution to come, and its row says what is due next", async () => {
    const { versionId } = await writePolicy(simpleRules());
    const { ticketId } = await openGiulias();
    expect(await targetsOf(ticketId)).toMatchObject([
      {
        kind: "first_reply",
        cycle: 1,
        policyVersionId: versionId,
        calendarId: null,
        budgetSeconds: HOUR,
        startedAt: storyTime(0),
        dueAt: storyTime(60),
        warnAt: storyTime(45),
        nextAlarmAt: storyTime(45),
      },
      { kind: "resolution", cycle: 1, dueAt: storyTime(480), warnAt: storyTime(360) },
    ]);
    expect(await readTicket(ticketId)).toMatchObject({
      nextDueAt: storyTime(60),
      dueKind: "first_reply",
      dueWarnAt: storyTime(45),
      dueSoon: false,
      clockPaused: false,
    });
  });

  test("without a policy nothing is due; a policy that comes later finds the ticket by the recompute", async () => {
    const { ticketId, number } = await openGiulias();
    expect(await targetsOf(ticketId)).toEqual([]);
    expect(await readTicket(ticketId)).toMatchObject({ nextDueAt: NEVER, dueKind: null, clockPaused: false });
    later(10);
    await moveTicket(sara(), number, { to: "waiting_third" });
    later(30);
    await moveTicket(sara(), number, { to: "open" });
    await writePolicy(simpleRules());
    await recomputeClocks(systemCtx());
    expect(await newestOf(ticketId, "first_reply")).toMatchObject({ dueAt: storyTime(80), pausedSeconds: 20 * 60 });
  });

  test("the first policy in order whose conditions hold, and a contract's own before all", async () => {
    const own = await writePolicy(
      simpleRules({
        conditions: { all: [{ fact: "queue", op: "in", values: [queues.billing.id] }], any: [], none: [] },
      }),
    );
    const rest = await writePolicy(
      simpleRules({ targets: { resolution: { clock: "wall", seconds: { normal: 60 } } } }),
    );
    const billing = await openGiulias({ queueId: queues.billing.id });
    const repairs = await openGiulias();
    expect(await newestOf(billing.ticketId, "resolution")).toMatchObject({ policyVersionId: own.versionId });
    expect(await targetsOf(repairs.ticketId)).toMatchObject([{ kind: "resolution", policyVersionId: rest.versionId }]);
    await changeTicket(sara(), repairs.number, { queueId: queues.billing.id });
    expect(await newestOf(repairs.ticketId, "resolution")).toMatchObject({ policyVersionId: own.versionId, cycle: 1 });

    const contract = (startsAt: Date, endsAt: Date) => ({
      id: newId(),
      name: "Gold",
      number: newId(),
      startsOn: startsAt,
      endsOn: endsAt,
      timeZone: "UTC",
      startsAt,
      endsAt,
      policyId: rest.policyId,
    });
    const [lasting, ended] = [contract(storyTime(-60), storyTime(99)), contract(storyTime(-60), storyTime(-1))];
    await db().contract.createMany({ data: [lasting, ended] });
    for (const { id, versionId } of [
      { id: lasting.id, versionId: rest.versionId },
      { id: ended.id, versionId: own.versionId },
    ]) {
      await db().ticket.updateMany({ where: { id: billing.ticketId }, data: { contractId: id, clockVersion: -1 } });
      await recomputeClocks(systemCtx());
      expect(await newestOf(billing.ticketId, "resolution")).toMatchObject({ policyVersionId: versionId });
    }
  });

  test("working time goes by the policy's hours, the company's without, never open says so without a loop", async () => {
    const calendar = async (name: string, hours: object, isDefault = false) => {
      const id = newId();
      await db().calendar.create({ data: { id, name, isDefault } });
      const rules = { timeZone: "Europe/Rome", hours, holidays: [] };
      const version = { id: newId(), calendarId: id, version: 1, rules, at: storyTime(0) };
      await db().calendarVersion.create({ data: version });
      return id;
    };
    const weekdays = Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map((d) => [d, [["09:00", "12:30"]]]));
    const office = await calendar("Office", weekdays, true);
    const shut = await calendar("Shut", {});
    const { policyId } = await writePolicy(simpleRules({}, "working"));
    // Friday 11:54 in Rome: 36 minutes are left of the day, 24 more on Monday.
    const { ticketId } = await openGiulias();
    const monday = new Date("2026-11-23T08:24:00Z");
    expect(await newestOf(ticketId, "first_reply")).toMatchObject({ dueAt: monday, calendarId: office });
    await writePolicy(simpleRules({ calendarId: shut }, "working"), { policyId });
    await recomputeClocks(systemCtx());
    expect(await targetsOf(ticketId)).toMatchObject(
      [1, 2].map(() => ({ dueAt: null, warnAt: null, pausedAt: null, calendarId: shut, nextAlarmAt: NEVER })),
    );
    expect(await readTicket(ticketId)).toMatchObject({ nextDueAt: NEVER, clockPaused: false });
    await db().calendar.updateMany({ data: { isDefault: false } });
  });
});

describe("what meets a target", () => {
  test("a person's public reply, at the moment of pressing Send; a note, a receipt and automatic mail do not", async () => {
    await writePolicy(simpleRules());
    const { ticketId, number } = await openGiulias();
    later(5);
    await addNote(sara(), number, compose({ kind: "note" }));
    await write(ticketId, { automatic: true });
    expect(await newestOf(ticketId, "first_reply")).toMatchObject({ metAt: null, dueAt: storyTime(60) });
    later(60);
    const { replyId } = await replyToTicket(sara(), number, compose({ mode: "keep_open" }));
    later(61);
    await sweep();
    expect(await slaEvents(ticketId)).toEqual([]);
    await releaseReply(systemCtx(), replyId!);
    expect(await newestOf(ticketId, "first_reply")).toMatchObject({
      metAt: storyTime(60),
      dueAt: storyTime(60),
      breachedAt: null,
      usedSeconds: HOUR,
      nextAlarmAt: NEVER,
    });
    expect(await slaEvents(ticketId, "sla.breached")).toEqual([]);
    expect(await readTicket(ticketId)).toMatchObject({ dueKind: "resolution", nextDueAt: storyTime(480) });
  });

  test("a reply that will wait for the customer holds back what it pauses, one that keeps the ticket open does not", async () => {
    await writePolicy(simpleRules());
    const [waits, stays] = [await openGiulias(), await openGiulias()];
    later(479);
    const { replyId } = await replyToTicket(sara(), waits.number, compose({ mode: "wait" }));
    await replyToTicket(sara(), stays.number, compose({ mode: "keep_open" }));
    later(481);
    await sweep();
    expect(await newestOf(waits.ticketId, "resolution")).toMatchObject({ breachedAt: null });
    expect(await newestOf(stays.ticketId, "resolution")).toMatchObject({ breachedAt: storyTime(480) });
    await releaseReply(systemCtx(), replyId!);
    expect(await newestOf(waits.ticketId, "resolution")).toMatchObject({
      pausedAt: storyTime(479),
      dueAt: null,
      breachedAt: null,
    });
  });

  test("a reply that is taken back holds nothing back any more", async () => {
    await writePolicy(simpleRules());
    const { ticketId, number } = await openGiulias();
    later(60);
    const { replyId } = await replyToTicket(sara(), number, compose());
    later(61);
    await sweep();
    await undoReply(sara(), replyId!);
    expect(await waitingJobs("tickets.sweep-alarms")).not.toEqual([]);
    await sweep();
    expect(await newestOf(ticketId, "first_reply")).toMatchObject({ breachedAt: storyTime(60), metAt: null });
    expect((await slaEvents(ticketId)).map(({ type }) => type)).toEqual(["sla.warned", "sla.breached"]);
  });

  test("done late is missed: breached at its due time, with its event once, whether or not the sweep came first", async () => {
    await writePolicy(simpleRules());
    const [swept, unswept] = [await openGiulias(), await openGiulias()];
    later(62);
    await db().slaTarget.updateMany({ where: { ticketId: unswept.ticketId }, data: { nextAlarmAt: NEVER } });
    await sweep();
    later(70);
    for (const { ticketId, number } of [swept, unswept]) {
      await reply(number);
      expect(await newestOf(ticketId, "first_reply")).toMatchObject({
        metAt: storyTime(70),
        breachedAt: storyTime(60),
        dueAt: storyTime(60),
        alarms: [{ step: "breach" }, { step: "warning" }],
      });
      expect((await slaEvents(ticketId)).map(({ type }) => type).toSorted()).toEqual(["sla.breached", "sla.warned"]);
    }
  });

  test("next reply runs from the first unanswered message; later ones do not restart it; each wait is a cycle", async () => {
    await writePolicy(simpleRules());
    const { ticketId, number } = await openGiulias();
    later(10);
    await reply(number);
    expect(await targetsOf(ticketId, "next_reply")).toEqual([]);
    later(20);
    await write(ticketId);
    later(40);
    await write(ticketId);
    expect(await targetsOf(ticketId, "next_reply")).toMatchObject([{ startedAt: storyTime(20), dueAt: storyTime(80) }]);
    later(50);
    await reply(number);
    later(55);
    await write(ticketId);
    expect(await targetsOf(ticketId, "next_reply")).toMatchObject([
      { cycle: 1, metAt: storyTime(50) },
      { cycle: 2, startedAt: storyTime(55), dueAt: storyTime(115), metAt: null },
    ]);
  });

  test("a message between pressing Send and the release begins the next cycle", async () => {
    await writePolicy(simpleRules());
    const { ticketId, number } = await openGiulias();
    later(1);
    await reply(number);
    later(2);
    await write(ticketId);
    later(3);
    const { replyId } = await replyToTicket(sara(), number, compose());
    later(4);
    await write(ticketId);
    later(5);
    await releaseReply(systemCtx(), replyId!);
    expect(await targetsOf(ticketId, "next_reply")).toMatchObject([
      { cycle: 1, startedAt: storyTime(2), metAt: storyTime(3) },
      { cycle: 2, startedAt: storyTime(4), metAt: null },
    ]);
  });

  test("tickets that an agent opens have no first reply; the customer's answer begins a next one", async () => {
    await writePolicy(simpleRules());
    for (const kind of ["public", "note"] as const) {
      later(0);
      const { number } = await openTicketForCustomer(sara(), {
        email: cast.giulia.email,
        name: "",
        queueId: queues.repairs.id,
        priority: "normal",
        subject: "Your order",
        text: "It is late.",
        cc: [],
        files: [],
        tags: [],
        kind,
      });
      const { id } = await db().ticket.findUniqueOrThrow({ where: { number } });
      expect((await targetsOf(id)).map((t) => t.kind)).toEqual(["resolution"]);
      later(30);
      await write(id);
      expect(await newestOf(id, "next_reply")).toMatchObject({ startedAt: storyTime(30), dueAt: storyTime(90) });
      expect(await targetsOf(id, "first_reply")).toEqual([]);
    }
  });

  test("solving meets the resolution; reopening resumes its budget without the solved time", async () => {
    await writePolicy(simpleRules());
    const { ticketId, number } = await openGiulias();
    later(60);
    await reply(number, { mode: "solve" });
    expect(await newestOf(ticketId, "resolution")).toMatchObject({ metAt: storyTime(60), usedSeconds: HOUR });
    expect(await readTicket(ticketId)).toMatchObject({ nextDueAt: NEVER, clockPaused: false });
    later(360);
    await write(ticketId);
    expect(await targetsOf(ticketId, "resolution")).toMatchObject([
      { cycle: 1, metAt: storyTime(60) },
      { cycle: 2, startedAt: storyTime(0), dueAt: storyTime(480 + 300), pausedSeconds: 300 * 60, metAt: null },
    ]);
  });

  test("solving without a reply ends the wait; taking it back goes on in the same cycle", async () => {
    await writePolicy(simpleRules());
    const { ticketId, number } = await openGiulias();
    later(50);
    await sweep();
    await moveTicket(sara(), number, { to: "solved" });
    expect(await newestOf(ticketId, "first_reply")).toMatchObject({ cancelledAt: storyTime(50), metAt: null });
    later(80);
    await moveTicket(sara(), number, { to: "open" });
    expect(await targetsOf(ticketId, "first_reply")).toMatchObject([
      { cycle: 1, cancelledAt: null, dueAt: storyTime(90), pausedSeconds: 1_800 },
    ]);
    await sweep();
    expect(await slaEvents(ticketId, "sla.warned")).toHaveLength(1);
  });

  test("a merge cancels what was open; closing by time leaves what was met", async () => {
    await writePolicy(simpleRules());
    const [a, b, c] = [await openGiulias(), await openGiulias(), await openGiulias()];
    later(5);
    await mergeTickets(sara(), a.number, b.number);
    expect(await targetsOf(a.ticketId)).toMatchObject(
      [1, 2].map(() => ({ cancelledAt: storyTime(5), metAt: null, nextAlarmAt: NEVER })),
    );
    await reply(c.number, { mode: "solve" });
    later(60 * 24 * 30);
    await closeSolvedTickets(systemCtx());
    expect(await newestOf(c.ticketId, "resolution")).toMatchObject({ metAt: storyTime(5), cancelledAt: null });
    expect(await db().stateSpan.findMany({ where: { ticketId: c.ticketId }, orderBy: { from: "asc" } })).toMatchObject([
      { state: "solved", to: storyTime(60 * 24 * 30) },
      { state: "closed", to: null },
    ]);
  });
});

describe("pauses", () => {
  test("waiting and snooze stop the clocks by default and give the time back", async () => {
    await writePolicy(simpleRules());
    const { ticketId, number } = await openGiulias();
    later(30);
    await moveTicket(sara(), number, { to: "waiting_third" });
    expect(await newestOf(ticketId, "first_reply")).toMatchObject({
      dueAt: null,
      pausedAt: storyTime(30),
      usedSeconds: 1_800,
      nextAlarmAt: NEVER,
    });
    expect(await readTicket(ticketId)).toMatchObject({ nextDueAt: NEVER, dueKind: null, clockPaused: true });
    later(90);
    await sweep();
    expect(await slaEvents(ticketId)).toEqual([]);
    await moveTicket(sara(), number, { to: "snoozed", until: storyTime(100) });
    later(100);
    await wakeTicket(systemCtx(), ticketId);
    expect(await newestOf(ticketId, "first_reply")).toMatchObject({
      dueAt: storyTime(130),
      pausedAt: null,
      usedSeconds: 0,
      pausedSeconds: 70 * 60,
    });
    expect(await db().stateSpan.findMany({ where: { ticketId }, orderBy: { from: "asc" } })).toMatchObject([
      { state: "waiting_third", from: storyTime(30), to: storyTime(90) },
      { state: "snoozed", from: storyTime(90), to: storyTime(100) },
    ]);
  });

  test("a policy chooses which states pause", async () => {
    await writePolicy(simpleRules({ pauses: ["snoozed"] }));
    const { ticketId, number } = await openGiulias();
    later(30);
    await moveTicket(sara(), number, { to: "waiting_third" });
    expect(await newestOf(ticketId, "first_reply")).toMatchObject({ dueAt: storyTime(60), pausedAt: null });
  });

  test("what was due before the pause is breached in it", async () => {
    await writePolicy(simpleRules());
    const { ticketId, number } = await openGiulias();
    later(61);
    await moveTicket(sara(), number, { to: "waiting_third" });
    expect(await newestOf(ticketId, "first_reply")).toMatchObject({ dueAt: storyTime(60), breachedAt: storyTime(60) });
    expect(await readTicket(ticketId)).toMatchObject({ nextDueAt: storyTime(60), dueSoon: true, clockPaused: false });
  });

  test("the pause ends when the customer's message reached us, not when it was read", async () => {
    await writePolicy(simpleRules());
    const { ticketId, number } = await openGiulias();
    later(10);
    await reply(number);
    later(40);
    await write(ticketId, { sentAt: storyTime(30) });
    expect(await newestOf(ticketId, "next_reply")).toMatchObject({ startedAt: storyTime(30), dueAt: storyTime(90) });
    expect(await newestOf(ticketId, "resolution")).toMatchObject({ dueAt: storyTime(500), pausedSeconds: 1_200 });
  });
});

describe("changes", () => {
  test("a raised priority counts from the start and may be over at once, saying so", async () => {
    await writePolicy(simpleRules());
    const { ticketId, number } = await openGiulias();
    later(20);
    await changeTicket(sara(), number, { priority: "urgent" });
    expect(await newestOf(ticketId, "first_reply")).toMatchObject({
      priority: "urgent",
      dueAt: storyTime(15),
      breachedAt: storyTime(15),
    });
    expect(await slaEvents(ticketId)).toMatchObject([
      { type: "sla.breached", data: { kind: "first_reply", cycle: 1, step: "breach", atOnce: true } },
    ]);
    expect(await readTicket(ticketId)).toMatchObject({ dueSoon: true, nextDueAt: storyTime(15) });
  });

  test("a target that begins overdue is said to be overdue, and nobody is warned of it, then or later", async () => {
    const { ticketId } = await openGiulias();
    later(70);
    await writePolicy(simpleRules());
    await recomputeClocks(systemCtx());
    const said = [{ type: "sla.breached", data: { kind: "first_reply", step: "breach", atOnce: true } }];
    expect(await slaEvents(ticketId)).toMatchObject(said);
    expect(await newestOf(ticketId, "first_reply")).toMatchObject({
      breachedAt: storyTime(60),
      alarms: [{ step: "breach" }, { step: "warning" }],
    });
    later(80);
    await sweep();
    expect(await slaEvents(ticketId)).toMatchObject(said);
    // The other target was begun in time: it warns when a quarter is left.
    later(360);
    await sweep();
    expect(await slaEvents(ticketId, "sla.warned")).toMatchObject([{ data: { kind: "resolution" } }]);
  });

  test("breached and met cycles keep the version they ran under; open ones go by the new", async () => {
    const { policyId, versionId } = await writePolicy(simpleRules());
    const [breached, met, open] = [await openGiulias(), await openGiulias(), await openGiulias()];
    later(20);
    await reply(met.number);
    await changeTicket(sara(), breached.number, { priority: "urgent" });
    const next = await writePolicy(
      simpleRules({ targets: { first_reply: { clock: "wall", seconds: { normal: 7_200, urgent: 7_200 } } } }),
      { policyId },
    );
    await recomputeClocks(systemCtx());
    expect(await newestOf(breached.ticketId, "first_reply")).toMatchObject({
      policyVersionId: versionId,
      dueAt: storyTime(15),
    });
    expect(await newestOf(met.ticketId, "first_reply")).toMatchObject({
      policyVersionId: versionId,
      metAt: storyTime(20),
    });
    expect(await targetsOf(open.ticketId)).toMatchObject([
      { kind: "first_reply", policyVersionId: next.versionId, dueAt: storyTime(120), cancelledAt: null },
      { kind: "resolution", cancelledAt: storyTime(20), nextAlarmAt: NEVER },
    ]);
  });

  test("changed hours reach every open ticket in batches, a contract's only its own, and the progress is told", async () => {
    await writePolicy(simpleRules());
    const [a, b, done] = [await openGiulias(), await openGiulias(), await openGiulias()];
    await moveTicket(sara(), done.number, { to: "solved" });
    await recomputeClocks(systemCtx());
    expect(await getRecomputeProgress(systemCtx())).toMatchObject({ left: 0 });
    later(5);
    await followCalendar(systemCtx());
    const before = await getRecomputeProgress(systemCtx());
    expect(before).toMatchObject({ of: null, startedAt: storyTime(5) });
    expect(before.left).toBeGreaterThanOrEqual(2);
    expect(await waitingJobs("tickets.recompute-clocks")).toHaveLength(1);
    await Promise.all([recomputeClocks(systemCtx()), recomputeClocks(systemCtx())]);
    expect(await getRecomputeProgress(systemCtx())).toMatchObject({ left: 0, of: before.left });
    const version = async (id: string) => (await readTicket(id)).clockVersion;
    expect(await version(a.ticketId)).toBe(await version(b.ticketId));
    expect(await version(done.ticketId)).toBeLessThan(await version(a.ticketId));
    await markClocksStale(systemCtx(), [a.ticketId, done.ticketId]);
    expect([await version(a.ticketId), (await version(b.ticketId)) > 0]).toEqual([-1, true]);
    await markClocksStale(systemCtx(), Prisma.sql`t.number = ${b.number}`);
    expect(await recomputeClocks(systemCtx())).toEqual({ recomputed: 2 });
  });

  test("what was due before the change is breached under its old version, though the sweep was late", async () => {
    const { policyId, versionId } = await writePolicy(simpleRules());
    const { ticketId } = await openGiulias();
    later(61);
    await writePolicy(simpleRules({ targets: { first_reply: { clock: "wall", seconds: { normal: 90 * 60 } } } }), {
      policyId,
    });
    await recomputeClocks(systemCtx());
    expect(await newestOf(ticketId, "first_reply")).toMatchObject({
      policyVersionId: versionId,
      breachedAt: storyTime(60),
    });
  });

  test("a due time that passes only by the old policy, before the recompute came, breaches nothing", async () => {
    const { policyId, versionId } = await writePolicy(simpleRules());
    const { ticketId } = await openGiulias();
    later(59);
    const next = await writePolicy(
      simpleRules({ targets: { first_reply: { clock: "wall", seconds: { normal: 90 * 60 } } } }),
      { policyId },
    );
    later(61);
    await sweep();
    const target = await newestOf(ticketId, "first_reply");
    expect(target).toMatchObject({ policyVersionId: next.versionId, breachedAt: null, dueAt: storyTime(90) });
    expect(versionId).not.toBe(next.versionId);
  });

  test("the bin raises no alarm; a restored ticket's clocks are computed again", async () => {
    await writePolicy(simpleRules());
    const { ticketId, number } = await openGiulias();
    later(10);
    await deleteTicket(castCtx("ada"), number);
    later(61);
    await sweep();
    expect(await slaEvents(ticketId)).toEqual([]);
    await restoreTicket(castCtx("ada"), number);
    expect(await slaEvents(ticketId, "sla.breached")).toHaveLength(1);
    expect(await newestOf(ticketId, "first_reply")).toMatchObject({ breachedAt: storyTime(60) });
  });
});

describe("alarms", () => {
  const step = (over: object) => ({
    id: newId(),
    kind: "first_reply",
    actions: [{ do: "notify", who: "lead" }],
    ...over,
  });

  test("warning at a quarter left, breach a second after the due time, steps at their percent and offset, once each", async () => {
    const half = step({ at: { percent: 50 } });
    const full = step({ at: { percent: 100 } });
    const over = step({ at: { percent: 120 } });
    const before = step({ at: { offset: -300 } });
    await writePolicy(simpleRules({ ladder: [half, full, over, before] as never }));
    const { ticketId } = await openGiulias();
    const fired = async () => (await newestOf(ticketId, "first_reply")).alarms.map((a) => a.step);
    const all: string[] = [];
    for (const [minutes, steps] of [
      [29.99, []],
      [30, [half.id]],
      [45, ["warning"]],
      [55, [before.id]],
      [60, []],
      [60 + 1 / 60, ["breach", full.id]],
      [72, [over.id]],
      [600, []],
    ] as [number, string[]][]) {
      later(minutes);
      await sweep();
      await sweep();
      all.push(...steps);
      expect({ minutes, fired: await fired() }).toEqual({ minutes, fired: all.toSorted() });
    }
    const { id: targetId } = await newestOf(ticketId, "first_reply");
    const jobs = (await waitingJobs("tickets.escalate")).filter(({ payload }) => payload.targetId === targetId);
    expect(jobs.map(({ payload }) => payload.step).toSorted()).toEqual(
      [half.id, full.id, over.id, before.id].toSorted(),
    );
  });

  test("past the due time the ladder follows the same clock", async () => {
    const over = step({ at: { percent: 200 } });
    await writePolicy(simpleRules({ ladder: [over] as never }));
    const { ticketId, number } = await openGiulias();
    later(70);
    await sweep();
    await moveTicket(sara(), number, { to: "waiting_third" });
    expect(await newestOf(ticketId, "first_reply")).toMatchObject({ dueAt: storyTime(60), nextAlarmAt: NEVER });
    later(100);
    await moveTicket(sara(), number, { to: "open" });
    expect(await newestOf(ticketId, "first_reply")).toMatchObject({
      dueAt: storyTime(60),
      nextAlarmAt: storyTime(150),
    });
  });

  test("the sweep comes back at the second of the next alarm", async () => {
    await writePolicy(simpleRules());
    const { ticketId } = await openGiulias();
    later(44.5);
    await sweep();
    const jobs = await waitingJobs("tickets.sweep-alarms");
    expect(jobs.map(({ run_at }) => run_at)).toContainEqual(storyTime(45));
    expect((await readTicket(ticketId)).dueSoon).toBe(false);
    later(45);
    await sweep();
    expect((await readTicket(ticketId)).dueSoon).toBe(true);
  });

  test("a step raises the priority, moves the ticket and says whom to tell, as the rule that it is, once", async () => {
    const act = step({
      at: { percent: 50 },
      actions: [
        { do: "notify", who: "assignee" },
        { do: "raise_priority", to: "high" },
        { do: "reroute", queueId: queues.billing.id },
      ],
    });
    const { versionId } = await writePolicy(simpleRules({ ladder: [act] as never }));
    const { ticketId } = await openGiulias();
    later(30);
    await sweep();
    const { id: targetId } = await newestOf(ticketId, "first_reply");
    const escalation = { targetId, step: act.id, policyVersionId: versionId };
    const runs = await Promise.all([1, 2, 3].map(() => escalateTicket(systemCtx(), escalation)));
    expect(runs.filter(({ taken }) => taken)).toHaveLength(1);
    expect(await readTicket(ticketId)).toMatchObject({ priority: "high", queueId: queues.billing.id });
    expect(await slaEvents(ticketId, "sla.escalated")).toMatchObject([
      {
        data: { targetId, step: act.id, who: ["assignee"], priority: "high", queueId: queues.billing.id },
      },
    ]);
    const changed = await db().event.findFirstOrThrow({ where: { ticketId, type: "ticket.changed" } });
    expect(changed).toMatchObject({ actorKind: "rule", actorId: act.id });
    // High halves the hour, so that it is due this very second.
    expect(await newestOf(ticketId, "first_reply")).toMatchObject({
      priority: "high",
      dueAt: storyTime(30),
      breachedAt: null,
    });
  });

  test("a step never lowers a priority, and leaves what is done alone", async () => {
    const act = step({ at: { percent: 50 }, actions: [{ do: "raise_priority", to: "normal" }] });
    const { versionId } = await writePolicy(simpleRules({ ladder: [act] as never }));
    const { ticketId, number } = await openGiulias({ priority: "high" });
    later(15);
    await sweep();
    await moveTicket(sara(), number, { to: "solved" });
    const { id: targetId } = await newestOf(ticketId, "first_reply");
    await escalateTicket(systemCtx(), { targetId, step: act.id, policyVersionId: versionId });
    expect(await readTicket(ticketId)).toMatchObject({ priority: "high", state: "solved" });
  });

  test("many sweeps at once, beside agents who answer, fire each step exactly once", async () => {
    await writePolicy(simpleRules({ ladder: [step({ at: { percent: 80 } })] as never }));
    const opened = [];
    for (let i = 0; i < 12; i++) opened.push(await openGiulias());
    later(50);
    await Promise.all(Array.from({ length: 5 }, sweep));
    later(61);
    await Promise.all([...Array.from({ length: 4 }, sweep), ...opened.slice(0, 4).map(({ number }) => reply(number))]);
    await sweep();
    for (const { ticketId } of opened) {
      const types = (await slaEvents(ticketId)).map(({ type }) => type).toSorted();
      expect(types).toEqual(["sla.breached", "sla.warned"]);
    }
    const jobs = (await waitingJobs("tickets.escalate")).map(({ payload }) => payload.targetId);
    const targets = await db().slaTarget.findMany({
      where: { ticketId: { in: opened.map((o) => o.ticketId) }, kind: "first_reply" },
    });
    for (const { id } of targets) expect(jobs.filter((j) => j === id)).toHaveLength(1);
  });

  test("a sweep that is rolled back has fired nothing, and the next one fires it", async () => {
    await writePolicy(simpleRules());
    const { ticketId } = await openGiulias();
    later(61);
    await expect(
      database().prisma.$transaction(async (tx) => {
        await sweepAlarms({ ...systemCtx(), db: tx, pending: { eventIds: [], topics: new Set(), changed: new Set() } });
        throw new Error("killed");
      }),
    ).rejects.toThrow("killed");
    expect(await slaEvents(ticketId)).toEqual([]);
    await sweep();
    expect((await slaEvents(ticketId)).map(({ type }) => type)).toEqual(["sla.warned", "sla.breached"]);
  });
});
