import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { newId } from "~/lib/id";
import { NEVER } from "~/lib/never";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { wakeQueues } from "~/domain/routing/wake-queues.server";
import { cast, castCtx } from "#tests/support/cast";
import { useDatabase } from "#tests/support/use-database";
import { startWorkerProcess } from "#tests/support/worker-process";
import { builtInStatusId } from "./states";
import { moveTicket } from "./move-ticket.server";
import { openTicket } from "./open-ticket.server";

useDatabase();

// The proof: 40 agents with 5 places each, two worker processes, 1,000 tickets at once.

const AGENTS = 40;
const CAPACITY = 5;
const TICKETS = 1_000;
const OPENED_BY_COMMAND = 60;
const OFF_DUTY = ["away", "off", "absent", "outside"] as const;
const queueId = newId();
const db = () => database().prisma;
const query = async <T extends object>(text: string, values: unknown[] = []) =>
  (await database().pool.query<T>(text, values)).rows;

test("1,000 tickets at once: no place twice, turns even, nobody off duty, each ticket assigned or waiting for a stated reason", async () => {
  const { working, offDuty } = await hire();
  const workers = await Promise.all([startWorkerProcess(), startWorkerProcess()]);
  onTestFinished(async () => void (await Promise.all(workers.map((worker) => worker.kill()))));
  const watch = watchPlaces();
  onTestFinished(watch.stop);
  await arrive();
  await until(async () => (await waiting()) === 0, "every ticket is assigned or says why it waits");

  const places = AGENTS * CAPACITY;
  expect(await loads(working)).toEqual(working.map(() => CAPACITY));
  expect(await loads(offDuty)).toEqual(offDuty.map(() => 0));
  const reasons = await query<{ reason: string | null; tickets: number }>(
    "select wait_reason as reason, count(*)::int as tickets from ticket where queue_id = $1 and assignee_id is null group by 1",
    [queueId],
  );
  expect(reasons).toEqual([{ reason: "no_capacity", tickets: TICKETS - places }]);
  expect(await undecided()).toBe(0);

  // Places that come free are taken at once, and by turns: half of everybody's work is solved.
  const solved = await query<{ number: number }>(
    `select number from (select number, row_number() over (partition by assignee_id order by number) as n
       from ticket where queue_id = $1 and assignee_id is not null) t where n <= 2`,
    [queueId],
  );
  await inTurns(solved, 8, ({ number }) => moveTicket(castCtx("ada"), number, { to: "solved" }));
  await until(async () => (await assigned()) === places + solved.length, "the places that came free are taken again");
  expect(await loads(working)).toEqual(working.map(() => CAPACITY));

  // Somebody comes: the tickets that wait are for them.
  const [late] = offDuty;
  await db().agentProfile.update({ where: { personId: late }, data: { presence: "available" } });
  await wakeQueues(systemCtx(), { personId: late! });
  await until(async () => (await loads([late!]))[0] === CAPACITY, "who comes available gets work");

  await watch.stop();
  expect(watch.worst()).toBeLessThanOrEqual(CAPACITY);
  expect(await worstByEvents()).toBeLessThanOrEqual(CAPACITY);
  expect(await widestTurns(working)).toBeLessThanOrEqual(1);
  expect(await miscounted()).toEqual([]);
  const others = offDuty.filter((id) => id !== late);
  expect(
    await db().event.count({ where: { type: "ticket.assigned", data: { path: ["to"], string_contains: others[0]! } } }),
  ).toBe(0);
  expect(await loads(others)).toEqual(others.map(() => 0));
}, 120_000);

/** Forty on duty, and one for each way of not being there. */
async function hire() {
  const people = Array.from({ length: AGENTS }, (_, i) => ({ id: newId(), name: `Agent ${i}`, kind: "available" }));
  const others = OFF_DUTY.map((kind) => ({ id: newId(), name: `Agent who is ${kind}`, kind: kind as string }));
  const all = [...people, ...others];
  const createdAt = new Date("2026-01-05T08:00:00Z");
  const closed = await closedCalendar(createdAt);
  await db().queue.create({
    data: {
      id: queueId,
      name: "Crowd",
      position: 9,
      assignment: "round_robin",
      lastAgent: false,
      languageFit: "ignore",
    },
  });
  await db().person.createMany({ data: all.map(({ id, name }) => ({ id, name, role: "agent", createdAt })) });
  await db().agentProfile.createMany({
    data: all.map(({ id, kind }) => ({
      personId: id,
      capacity: CAPACITY,
      presence: kind === "away" || kind === "off" ? kind : "available",
      autoAway: false,
      presenceAt: createdAt,
      seenAt: new Date(),
      calendarId: kind === "outside" ? closed : null,
    })),
  });
  await db().absence.createMany({
    data: others
      .filter(({ kind }) => kind === "absent")
      .map(({ id }) => ({ id: newId(), personId: id, from: createdAt, to: NEVER, handedAt: createdAt })),
  });
  await db().queueMember.createMany({ data: all.map(({ id }) => ({ queueId, personId: id })) });
  return { working: people.map(({ id }) => id), offDuty: others.map(({ id }) => id) };
}

/** Open on one weekday only, which is not today. */
async function closedCalendar(at: Date): Promise<string> {
  const id = newId();
  const days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
  const other = days[(new Date().getUTCDay() + 3) % 7]!;
  const rules = { timeZone: "UTC", hours: { [other]: [["10:00", "11:00"]] }, holidays: [] };
  await db().calendar.create({ data: { id, name: "Another day" } });
  await db().calendarVersion.create({ data: { id: newId(), calendarId: id, version: 1, rules, at } });
  return id;
}

/** Most come as rows in one go, as if many mails had been filed; the others by the command itself, several at a time. */
async function arrive() {
  const now = new Date();
  await db().ticket.createMany({
    data: Array.from({ length: TICKETS - OPENED_BY_COMMAND }, (_, i) => ({
      id: newId(),
      subject: `Pump ${i}`,
      requesterId: cast.hana.id,
      queueId,
      state: "new" as const,
      statusId: builtInStatusId("new"),
      channel: "mail" as const,
      createdAt: now,
      activityAt: now,
      publicAt: now,
      waitingSince: now,
      nextDueAt: NEVER,
    })),
  });
  const opened = Array.from({ length: OPENED_BY_COMMAND }, (_, i) => i);
  await inTurns(opened, 6, (i) =>
    openTicket(systemCtx(), {
      requesterId: cast.giulia.id,
      subject: `Valve ${i}`,
      body: { text: "It leaks." },
      channel: "mail",
      queueId,
    }),
  );
}

async function inTurns<T>(list: readonly T[], atOnce: number, act: (item: T) => Promise<unknown>) {
  const left = [...list];
  const next = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await act(item);
  };
  await Promise.all(Array.from({ length: atOnce }, next));
}

/** Reads, again and again while the workers work, how many places each agent has in use, from the tickets themselves. */
function watchPlaces() {
  let worst = 0;
  let stopped = false;
  const done = (async () => {
    while (!stopped) {
      const [row] = await query<{ most: number | null }>(
        `select max(n)::int as most from (select count(*) as n from ticket
           where queue_id = $1 and assignee_id is not null and state in ('new', 'open') group by assignee_id) t`,
        [queueId],
      );
      worst = Math.max(worst, row?.most ?? 0);
      await sleep(20);
    }
  })();
  return { worst: () => worst, stop: () => ((stopped = true), done) };
}

async function until(holds: () => Promise<boolean>, what: string) {
  for (const deadline = Date.now() + 40_000; ; await sleep(50)) {
    if (await holds()) return;
    if (Date.now() > deadline) throw new Error(`not in time: ${what}`);
  }
}

const count = async (condition: string) =>
  (
    await query<{ n: number }>(`select count(*)::int as n from ticket where queue_id = $1 and ${condition}`, [queueId])
  )[0]!.n;
const waiting = () => count("assignee_id is null and wait_reason is null");
const assigned = () => count("assignee_id is not null");
/** Waiting without a decision that says why. */
const undecided = () =>
  count(`assignee_id is null and not exists (select 1 from routing_decision d
    where d.ticket_id = ticket.id and d.kind = 'assignment' and d.outcome = ticket.wait_reason)`);

async function loads(personIds: readonly string[]): Promise<number[]> {
  const rows = await db().agentProfile.findMany({ where: { personId: { in: [...personIds] } } });
  return personIds.map((id) => rows.find(({ personId }) => personId === id)?.load ?? -1);
}

/** The most places anybody had in use at any moment of the story that the events tell. */
async function worstByEvents(): Promise<number> {
  const [row] = await query<{ most: number }>(
    `with step as (
       select e.at, e.data ->> 'to' as agent, 1 as places from event e join ticket t on t.id = e.ticket_id
         where t.queue_id = $1 and e.type = 'ticket.assigned'
       union all
       select e.at, t.assignee_id::text, -1 from event e join ticket t on t.id = e.ticket_id
         where t.queue_id = $1 and e.type = 'ticket.state_changed' and e.data ->> 'to' = 'solved')
     select max(held)::int as most from (select sum(places) over (partition by agent order by at, places) as held from step) s`,
    [queueId],
  );
  return row!.most;
}

/** By how much those who were equally free differ in tickets that they got by turn. */
async function widestTurns(working: readonly string[]): Promise<number> {
  const rows = await query<{ n: number }>(
    `select count(t.id)::int as n from unnest($2::uuid[]) a (id) left join ticket t on t.assignee_id = a.id and t.queue_id = $1
     group by a.id`,
    [queueId, working],
  );
  const got = rows.map(({ n }) => n);
  return Math.max(...got) - Math.min(...got);
}

/** Agents whose load is not the sum of their tickets' weights. */
const miscounted = () =>
  query(`select a.person_id, a.load, coalesce(sum(w.weight), 0) as held from agent_profile a
    left join ticket t on t.assignee_id = a.person_id and t.deleted_at is null and t.state in ('new', 'open')
    left join priority_weight w on w.priority = t.priority
    group by a.person_id, a.load having a.load <> coalesce(sum(w.weight), 0)`);
