import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { archiveQueue } from "~/domain/routing/archive-queue.server";
import { setPresence } from "~/domain/routing/set-presence.server";
import { wakeQueues } from "~/domain/routing/wake-queues.server";
import { newId } from "~/lib/id";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { cast, castCtx, queues } from "#tests/support/cast";
import { at, compose, eventsOf, now, openGiulias, race, readTicket, waitingJobs } from "#tests/support/ticket-stories";
import { useDatabase } from "#tests/support/use-database";
import { addNote } from "./add-note.server";
import { assignQueue } from "./assign-queue.server";
import { assignTicket } from "./assign-ticket.server";
import { changeTicket } from "./change-ticket.server";
import { deleteTicket } from "./delete-ticket.server";
import { endDuty } from "./end-duty.server";
import { getRouting } from "./get-routing.server";
import { getTicketForDesk } from "./get-ticket-for-desk.server";
import { handBackIdle } from "./hand-back-idle.server";
import { handOverAbsent } from "./hand-over-absent.server";
import { handOverDeactivated } from "./hand-over-deactivated.server";
import { handOverTickets } from "./hand-over-tickets.server";
import { jobs } from "./jobs.server";
import { moveTicket } from "./move-ticket.server";
import { pullNextTicket } from "./pull-next-ticket.server";
import { receiveCustomerMessage } from "./receive-customer-message.server";
import { replyToTicket } from "./reply-to-ticket.server";
import { restoreTicket } from "./restore-ticket.server";
import { routeAgain } from "./route-again.server";
import { releaseReply } from "./release-reply.server";

useDatabase();
const db = () => database().prisma;
const queueId = queues.repairs.id;
const { sara, elena } = cast;
const assign = () => assignQueue(systemCtx(), queueId);
const profile = (personId: string, data: object) => db().agentProfile.update({ where: { personId }, data });
const setQueue = (data: object) => db().queue.update({ where: { id: queueId }, data });
const woken = async () => (await waitingJobs("tickets.assign")).map(({ payload }) => payload.queueId);
const forgetJobs = () => database().pool.query("delete from graphile_worker._private_jobs");
const lastAssignment = async (id: string) =>
  (await eventsOf(id)).findLast(({ type }) => type === "ticket.assigned")?.data;
const openAssigned = async () => {
  const opened = await openGiulias();
  await assign();
  return { ...opened, assigneeId: (await readTicket(opened.ticketId)).assigneeId };
};
const customerWrites = (ticketId: string) =>
  receiveCustomerMessage(systemCtx(), {
    ticketId,
    authorId: cast.giulia.id,
    body: { text: "Any news?" },
    channel: "mail",
  });
const away = (personId: string, standInId: string | null = null) =>
  db().absence.create({
    data: {
      id: newId(),
      personId,
      standInId,
      from: new Date(now().getTime() - 60_000),
      to: new Date(now().getTime() + 3_600_000),
    },
  });

beforeEach(async () => {
  at(0);
  await setQueue({ assignment: "round_robin", idleMinutes: null, lastAgent: true, languageFit: "prefer" });
  await db().agentProfile.updateMany({ data: { capacity: 12, presence: "available" } });
  await forgetJobs();
});
afterEach(async () => {
  await db().absence.deleteMany();
  await db().ticket.updateMany({ data: { state: "closed" } });
});

test("a ticket without anybody free waits for a stated reason, once, and is assigned when a place comes free", async () => {
  await profile(sara.id, { capacity: 1 });
  await profile(elena.id, { capacity: 0 });
  const first = await openAssigned();
  const second = await openAssigned();
  expect([first.assigneeId, second.assigneeId]).toEqual([sara.id, null]);
  for (let i = 0; i < 3; i++) await assign();
  expect((await readTicket(second.ticketId)).waitReason).toBe("no_capacity");
  expect(await db().routingDecision.count({ where: { ticketId: second.ticketId } })).toBe(1);

  await forgetJobs();
  at(1);
  await moveTicket(castCtx("sara"), first.number, { to: "solved" });
  expect(await woken()).toEqual([queueId]);
  await assign();
  expect(await readTicket(second.ticketId)).toMatchObject({ assigneeId: sara.id, waitReason: null });
  const { decisions } = await getRouting(castCtx("sara"), second.number);
  expect(decisions.map((d) => (d.kind === "assignment" ? (d.waits ?? d.assignee) : d.kind))).toEqual([
    sara.name,
    "no_capacity",
  ]);
  expect(decisions[0]).toMatchObject({ by: "round_robin", queue: "Repairs" });
  const candidates = decisions[1]?.kind === "assignment" ? decisions[1].candidates : [];
  expect(candidates.map(({ name, leftOut, load, capacity }) => [name, leftOut, load, capacity])).toEqual([
    [elena.name, "full", 0, 0],
    [sara.name, "full", 1, 1],
  ]);
});

test.each(["waiting_customer", "snoozed"] as const)("a ticket that is %s gives its place free", async (to) => {
  await profile(sara.id, { capacity: 1 });
  await profile(elena.id, { presence: "off" });
  const { number } = await openAssigned();
  await openAssigned();
  await forgetJobs();
  await moveTicket(
    castCtx("sara"),
    number,
    to === "snoozed" ? { to, until: new Date(now().getTime() + 60_000) } : { to },
  );
  expect(await woken()).toEqual([queueId]);
  expect(await assign()).toEqual({ assigned: 1 });
});

test("when nobody is on duty the queue looks again as the next one's hours begin", async () => {
  await db().agentProfile.updateMany({ data: { presence: "away" } });
  const rules = { timeZone: "Europe/Rome", hours: { mon: [["08:00", "12:00"]] }, holidays: [] };
  const calendar = await db().calendar.create({ data: { id: newId(), name: "Mondays" } });
  await db().calendarVersion.create({ data: { id: newId(), calendarId: calendar.id, version: 1, rules, at: now() } });
  await profile(sara.id, { presence: "available", calendarId: calendar.id });
  const { ticketId } = await openAssigned();
  expect(await readTicket(ticketId)).toMatchObject({ assigneeId: null, waitReason: "nobody_on_duty" });
  const monday = new Date("2026-11-23T07:00:00.000Z");
  expect((await waitingJobs("tickets.assign")).map(({ run_at }) => run_at)).toContainEqual(monday);
  await assignQueue(systemCtx({ now: monday }), queueId);
  expect((await readTicket(ticketId)).assigneeId).toBe(sara.id);
  await profile(sara.id, { calendarId: null });
});

test("required skills, the customer's language and last agent", async () => {
  const skillId = newId();
  await db().skill.create({ data: { id: skillId, name: "Pumps" } });
  const { ticketId, number } = await openGiulias();
  await db().ticketSkill.create({ data: { ticketId, skillId, level: 3 } });
  await assign();
  expect((await readTicket(ticketId)).waitReason).toBe("nobody_fits");
  const shown = await getTicketForDesk(castCtx("sara"), number);
  expect(shown).toMatchObject({ assignee: null, waitReason: "nobody_fits" });
  await expect(pullNextTicket(castCtx("sara"), queueId)).resolves.toBeNull();
  await db().agentSkill.create({ data: { personId: elena.id, skillId, level: 4 } });
  await assign();
  expect((await readTicket(ticketId)).assigneeId).toBe(elena.id);

  await replyToTicket(castCtx("elena"), number, compose({ mode: "solve" })).then(({ replyId }) =>
    releaseReply(systemCtx({ now: new Date(now().getTime() + 60_000) }), replyId!),
  );
  for (let i = 0; i < 3; i++) {
    const { ticketId: next } = await openAssigned();
    expect(await lastAssignment(next)).toMatchObject({ to: elena.id, reason: "last_agent", capacity: 12 });
  }
  await setQueue({ lastAgent: false });
  await profile(sara.id, { languages: ["it", "en"] });
  const { ticketId: italian } = await openAssigned();
  expect(await lastAssignment(italian)).toMatchObject({ to: sara.id, reason: "round_robin", language: "it" });
  await profile(sara.id, { languages: [] });
});

test("who stands in is a candidate in place of the absent one and takes the customer's next answer", async () => {
  const first = await openAssigned();
  const absent = first.assigneeId!;
  await profile(absent === sara.id ? elena.id : sara.id, { presence: "off" });
  at(1);
  await moveTicket(castCtx("ada"), first.number, { to: "waiting_customer" });
  await away(absent, cast.marco.id);
  const { assigneeId, ticketId } = await openAssigned();
  expect(assigneeId).toBe(cast.marco.id);
  expect(await lastAssignment(ticketId)).toMatchObject({ reason: "stand_in" });
  await customerWrites(first.ticketId);
  expect(await readTicket(first.ticketId)).toMatchObject({ state: "open", assigneeId: cast.marco.id });
  expect(await lastAssignment(first.ticketId)).toMatchObject({ from: absent, to: cast.marco.id, reason: "stand_in" });
});

test("a customer's answer comes back to its assignee above capacity, or to the queue when nobody stands in", async () => {
  await profile(elena.id, { presence: "off" });
  const { ticketId, number } = await openAssigned();
  await moveTicket(castCtx("sara"), number, { to: "waiting_customer" });
  await profile(sara.id, { capacity: 0 });
  at(1);
  await customerWrites(ticketId);
  expect(await readTicket(ticketId)).toMatchObject({ state: "open", assigneeId: sara.id });
  await moveTicket(castCtx("sara"), number, { to: "waiting_customer" });
  await away(sara.id);
  await forgetJobs();
  await customerWrites(ticketId);
  expect(await readTicket(ticketId)).toMatchObject({ state: "open", assigneeId: null });
  expect(await lastAssignment(ticketId)).toMatchObject({ from: sara.id, to: null, reason: "not_there" });
  expect(await woken()).toContain(queueId);
});

test("by hand above capacity; a pull not", async () => {
  await profile(elena.id, { capacity: 0 });
  const { ticketId, number } = await openGiulias();
  await expect(pullNextTicket(castCtx("elena"), queueId)).rejects.toMatchObject({ kind: "conflict" });
  await assignTicket(castCtx("sara"), number, elena.id);
  expect((await readTicket(ticketId)).assigneeId).toBe(elena.id);
});

test("untouched for the queue's idle time in the assignee's hours: back to the queue and to somebody else", async () => {
  await setQueue({ idleMinutes: 30 });
  const { ticketId, number, assigneeId } = await openAssigned();
  const name = assigneeId === sara.id ? "sara" : "elena";
  expect((await readTicket(ticketId)).handBackAt).toEqual(new Date(now().getTime() + 30 * 60_000));
  at(20);
  await addNote(castCtx(name), number, compose({ kind: "note", text: "Looking into it." }));
  at(31);
  expect(await handBackIdle(systemCtx())).toEqual({ handed: 0 });
  at(51);
  expect(await handBackIdle(systemCtx())).toEqual({ handed: 1 });
  expect(await handBackIdle(systemCtx())).toEqual({ handed: 0 });
  expect(await lastAssignment(ticketId)).toMatchObject({ from: assigneeId, to: null, reason: "idle" });
  expect(await woken()).toContain(queueId);
  await db().queueMember.updateMany({ where: { personId: assigneeId! }, data: { lastAssignedAt: new Date(0) } });
  await assign();
  const { assigneeId: next } = await readTicket(ticketId);
  expect([sara.id, elena.id].filter((id) => id !== assigneeId)).toEqual([next]);
});

test("open work is handed over: to somebody, to the queues, at the start of an absence, with a deactivation", async () => {
  await profile(elena.id, { presence: "off" });
  const [a, b, c] = [await openAssigned(), await openAssigned(), await openAssigned()];
  at(1);
  await moveTicket(castCtx("sara"), c.number, { to: "waiting_customer" });
  await expect(handOverTickets(castCtx("elena"), sara.id)).rejects.toMatchObject({ kind: "not_found" });
  await expect(handOverTickets(castCtx("sara"), sara.id, { toPersonId: cast.hana.id })).rejects.toMatchObject({
    kind: "invalid",
  });
  expect(await handOverTickets(castCtx("sara"), sara.id, { toPersonId: elena.id })).toEqual({ handed: 2 });
  expect(await lastAssignment(a.ticketId)).toMatchObject({ from: sara.id, to: elena.id, reason: "handed_over" });
  expect((await readTicket(c.ticketId)).assigneeId).toBe(sara.id);

  await away(elena.id, cast.marco.id);
  expect(await handOverAbsent(systemCtx())).toEqual({ handed: 2 });
  expect(await handOverAbsent(systemCtx())).toEqual({ handed: 0 });
  expect((await readTicket(b.ticketId)).assigneeId).toBe(cast.marco.id);

  await db().person.update({ where: { id: sara.id }, data: { deactivatedAt: now() } });
  const event = await db().event.create({
    data: { id: newId(), type: "person.deactivated", at: now(), actorKind: "system", personId: sara.id, data: {} },
  });
  await handOverDeactivated(systemCtx(), event.id);
  await handOverDeactivated(systemCtx(), event.id);
  expect(await readTicket(c.ticketId)).toMatchObject({ assigneeId: null, state: "waiting_customer" });
  await db().person.update({ where: { id: sara.id }, data: { deactivatedAt: null } });
});

test("who goes off with the work handed over does both or neither, and gets nothing of it back", async () => {
  await profile(elena.id, { presence: "off" });
  const [a, b] = [await openAssigned(), await openAssigned()];
  const { prisma, pool } = database();
  const state = async () => ({
    held: await prisma.ticket.count({ where: { id: { in: [a.ticketId, b.ticketId] }, assigneeId: sara.id } }),
    presence: (await prisma.agentProfile.findUniqueOrThrow({ where: { personId: sara.id } })).presence,
  });
  await pool.query("alter table agent_profile add constraint crash check (presence <> 'off') not valid");
  await expect(endDuty(castCtx("sara"), sara.id)).rejects.toThrow("crash");
  expect(await state()).toEqual({ held: 2, presence: "available" });
  await pool.query("alter table agent_profile drop constraint crash");
  expect(await endDuty(castCtx("sara"), sara.id)).toEqual({ handed: 2 });
  await assign();
  expect(await state()).toEqual({ held: 0, presence: "off" });
  expect((await readTicket(a.ticketId)).waitReason).toBe("nobody_on_duty");
  await expect(endDuty(castCtx("elena"), sara.id)).rejects.toMatchObject({ kind: "not_found" });
});

test("a customer's answer stays with an assignee who is only off or away, as at night", async () => {
  await profile(elena.id, { presence: "off" });
  const { ticketId, number } = await openAssigned();
  await moveTicket(castCtx("sara"), number, { to: "waiting_customer" });
  await profile(sara.id, { presence: "off" });
  await profile(elena.id, { presence: "available" });
  at(1);
  await customerWrites(ticketId);
  await assign();
  expect(await readTicket(ticketId)).toMatchObject({ state: "open", assigneeId: sara.id });
});

test("route again asks for another decision; a queue that is worked by pulling has none to give", async () => {
  const { ticketId, number } = await openAssigned();
  await forgetJobs();
  await routeAgain(castCtx("sara"), number);
  expect(await readTicket(ticketId)).toMatchObject({ assigneeId: null });
  expect(await woken()).toEqual([queueId]);
  await assign();
  expect((await getRouting(castCtx("sara"), number)).decisions).toHaveLength(2);
  await setQueue({ assignment: "manual" });
  await expect(routeAgain(castCtx("sara"), number)).rejects.toMatchObject({ kind: "conflict" });
  await expect(getRouting(castCtx("giulia"), number)).rejects.toMatchObject({ kind: "forbidden" });
  await expect(getRouting(castCtx("marco"), number)).rejects.toMatchObject({ kind: "not_found" });
});

test("a job that an earlier release left behind names a ticket: it ends, and the next look at all queues assigns", async () => {
  const { ticketId } = await openGiulias();
  await forgetJobs();
  const job = jobs.find(({ name }) => name === "tickets.assign")!;
  await job.run(systemCtx(), job.payload.parse({ ticketId }) as never);
  await wakeQueues(systemCtx(), "all");
  expect(await woken()).toEqual([queueId]);
  await assign();
  expect((await readTicket(ticketId)).assigneeId).not.toBeNull();
});

test("an archived queue can be chosen no more, but what waits in it is assigned", async () => {
  await db().agentProfile.updateMany({ data: { presence: "away" } });
  const { ticketId } = await openAssigned();
  await archiveQueue(castCtx("ada"), queueId);
  await forgetJobs();
  await setPresence(castCtx("sara"), sara.id, "available");
  expect(await woken()).toEqual([queueId]);
  await assign();
  expect((await readTicket(ticketId)).assigneeId).toBe(sara.id);
  await setQueue({ archivedAt: null });
});

test("a queue whose first hundreds fit nobody does not keep the others waiting", async () => {
  await db().agentProfile.updateMany({ data: { capacity: 100 } });
  const skillId = newId();
  await db().skill.create({ data: { id: skillId, name: "Lasers" } });
  const rows = Array.from({ length: 250 }, () => newId());
  const { statusId } = await readTicket((await openGiulias()).ticketId);
  const base = {
    queueId,
    requesterId: cast.hana.id,
    subject: "Laser",
    state: "new",
    statusId,
    channel: "mail",
  } as const;
  const times = { createdAt: now(), activityAt: now(), publicAt: now(), waitingSince: now(), nextDueAt: now() };
  await db().ticket.createMany({ data: rows.map((id) => ({ ...base, ...times, id, priority: "urgent" as const })) });
  await db().ticketSkill.createMany({ data: rows.map((ticketId) => ({ ticketId, skillId, level: 1 })) });
  expect(await assign()).toEqual({ assigned: 1 });
  expect(await db().ticket.count({ where: { waitReason: "nobody_fits" } })).toBe(250);
  await db().ticket.deleteMany({ where: { id: { in: rows } } });
});

test("whatever is done at the same time, an agent's load is the sum of the tickets in hand", async () => {
  await db().priorityWeight.update({ where: { priority: "urgent" }, data: { weight: 3 } });
  const opened = [];
  for (let i = 0; i < 6; i++) opened.push(await openGiulias());
  const ada = () => castCtx("ada");
  const number = fc.constantFrom(...opened.map((o) => o.number));
  const act: fc.Arbitrary<() => Promise<unknown>> = fc.oneof(
    fc.constant(assign),
    number.map((n) => () => moveTicket(ada(), n, { to: "solved" })),
    number.map((n) => () => moveTicket(ada(), n, { to: "waiting_customer" })),
    number.map((n) => () => moveTicket(ada(), n, { to: "open" })),
    number.map((n) => () => changeTicket(ada(), n, { priority: "urgent" })),
    number.map((n) => () => changeTicket(ada(), n, { priority: "low" })),
    number.map((n) => () => deleteTicket(ada(), n)),
    number.map((n) => () => restoreTicket(ada(), n)),
    fc.tuple(number, fc.constantFrom(sara.id, elena.id, null)).map(
      ([n, to]) =>
        () =>
          assignTicket(ada(), n, to),
    ),
    fc.constant(() => pullNextTicket(castCtx("sara"), queueId)),
    fc.constant(() => handOverTickets(castCtx("elena"), elena.id)),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 10 }), async (acts) => {
      const results = await race(...acts);
      const odd = results.filter((r) => r.status === "rejected" && !(r.reason as { kind?: string }).kind);
      expect(odd).toEqual([]);
      const { rows } = await database().pool.query(`
        select a.person_id from agent_profile a
        left join ticket t on t.assignee_id = a.person_id and t.deleted_at is null and t.state in ('new', 'open')
        left join priority_weight w on w.priority = t.priority
        group by a.person_id, a.load having a.load <> coalesce(sum(w.weight), 0)`);
      expect(rows).toEqual([]);
    }),
    { numRuns: 25 },
  );
});
