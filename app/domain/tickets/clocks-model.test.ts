import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { policyRules } from "~/domain/sla/schema";
import { DomainError } from "~/lib/errors";
import { newId } from "~/lib/id";
import { isNever } from "~/lib/never";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { cast, castCtx, queues } from "#tests/support/cast";
import { storyTime, writePolicy } from "#tests/support/sla-stories";
import { at, compose, openGiulias } from "#tests/support/ticket-stories";
import { useDatabase } from "#tests/support/use-database";
import { addNote } from "./add-note.server";
import { changeTicket } from "./change-ticket.server";
import { moveTicket } from "./move-ticket.server";
import { receiveCustomerMessage } from "./receive-customer-message.server";
import { recomputeClocks } from "./recompute-clocks.server";
import { releaseReply } from "./release-reply.server";
import { replyToTicket } from "./reply-to-ticket.server";
import type { Priority, TicketState } from "./states";
import { sweepAlarms } from "./sweep-alarms.server";
import { undoChange } from "./undo-change.server";
import { undoReply } from "./undo-reply.server";
import { wakeTicket } from "./wake-ticket.server";

// Random lives of a ticket, at whole minutes, against an oracle that knows no calendar and no interval: it walks through
// the minutes one by one.

useDatabase();
const db = () => database().prisma;
let thaw: () => void = () => {};
const setClock = (minute: number) => {
  thaw();
  thaw = at(minute);
};

/** Everything closes from 11:30 to 12:00 UTC; the story begins at 10:54. */
const isOpen = (minute: number) => minute % 1_440 < 36 || minute % 1_440 >= 66;
type Kind = "first_reply" | "next_reply" | "resolution";
const KINDS: Kind[] = ["first_reply", "next_reply", "resolution"];
/** Minutes. No first reply for low ones. */
const BUDGETS: Record<Kind, Partial<Record<Priority, number>>> = {
  first_reply: { urgent: 8, high: 20, normal: 60 },
  next_reply: { urgent: 8, high: 20, normal: 60, low: 90 },
  resolution: { urgent: 40, high: 80, normal: 200, low: 300 },
};
/** Billing's tickets have twice the time. */
const factor = (queueId: string) => (queueId === queues.billing.id ? 2 : 1);

beforeAll(async () => {
  const id = newId();
  await db().calendar.create({ data: { id, name: "Lunch" } });
  const day = [
    ["00:00", "11:30"],
    ["12:00", "24:00"],
  ];
  const hours = Object.fromEntries(["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((name) => [name, day]));
  const rules = { timeZone: "UTC", hours, holidays: [] };
  await db().calendarVersion.create({ data: { id: newId(), calendarId: id, version: 1, rules, at: storyTime(0) } });
  const rulesFor = (times: number, conditions: object) =>
    policyRules.parse({
      conditions,
      calendarId: id,
      ladder: [{ id: newId(), at: { percent: 150 }, actions: [{ do: "notify", who: "lead" }] }],
      targets: Object.fromEntries(
        KINDS.map((kind) => [
          kind,
          { seconds: Object.fromEntries(Object.entries(BUDGETS[kind]).map(([p, m]) => [p, m * 60 * times])) },
        ]),
      ),
    });
  await writePolicy(rulesFor(2, { all: [{ fact: "queue", op: "in", values: [queues.billing.id] }] }));
  await writePolicy(rulesFor(1, {}));
});
afterAll(() => thaw());

type Step = { wait: number } & (
  | { do: "reply"; mode: "wait" | "keep_open" | "solve"; held: 0 | 1 | 3; undone: boolean }
  | { do: "write" | "note" | "wake" | "undo" | "sweep" | "recompute" }
  | { do: "move"; to: "open" | "waiting_customer" | "waiting_third" | "snoozed" | "solved" }
  | { do: "priority"; to: Priority }
  | { do: "queue"; to: string }
);

const wait = fc.integer({ min: 1, max: 25 });
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        wait,
        do: fc.constant("reply" as const),
        mode: fc.constantFrom("wait", "keep_open", "solve"),
        held: fc.constantFrom(0, 1, 3),
        undone: fc.boolean(),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        wait,
        do: fc.constantFrom("write", "write", "note", "wake", "undo", "sweep", "recompute"),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        wait,
        do: fc.constant("move" as const),
        to: fc.constantFrom("open", "waiting_customer", "waiting_third", "snoozed", "solved"),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        wait,
        do: fc.constant("priority" as const),
        to: fc.constantFrom("urgent", "high", "normal", "low"),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        wait,
        do: fc.constant("queue" as const),
        to: fc.constantFrom(queues.repairs.id, queues.billing.id),
      }),
    },
  ) as fc.Arbitrary<Step>,
  { minLength: 4, maxLength: 14 },
);

type Facts = { state: TicketState; priority: Priority; queueId: string; waiting: number | null; replied: boolean };
type Running = { start: number; due: number | null; breached: boolean };

/** What is known of the past, minute by minute, and the cycles that run. */
class Oracle {
  /** The state in each minute so far. */
  readonly states: TicketState[] = [];
  running: Partial<Record<Kind, Running>> = {};
  ended: Record<Kind, { start: number; met: number; breached: boolean; used: number; paused: number }[]> = {
    first_reply: [],
    next_reply: [],
    resolution: [],
  };
  private asleep: Partial<Record<Kind, Running>> = {};
  private state: TicketState = "new";

  private stands = (minute: number) => {
    const state = this.states[minute] ?? this.state;
    return state !== "new" && state !== "open";
  };

  /** The first minute with the budget used up since the start. */
  private due(start: number, budget: number): number | null {
    for (let minute = start, left = budget; minute < 6_000; minute++)
      if (isOpen(minute) && !this.stands(minute) && --left === 0) return minute + 1;
    return null;
  }

  /** Open minutes in between that counted, and that a pause took away. */
  private spent(from: number, to: number): { used: number; paused: number } {
    const open = Array.from({ length: Math.max(0, to - from) }, (_, n) => from + n).filter(isOpen);
    const paused = open.filter(this.stands).length;
    return { used: open.length - paused, paused };
  }

  /** An act at `minute` (of pressing Send) that is known at `known`; the state changed at the act. */
  act(minute: number, facts: Facts, replied: boolean): void {
    while (this.states.length < minute) this.states.push(this.state);
    this.state = facts.state;
    const done = facts.state === "solved" || facts.state === "closed";
    for (const kind of KINDS) {
      const now = this.running[kind];
      if (now && !now.breached && now.due !== null && now.due < minute) now.breached = true;
      const met = kind === "resolution" ? done : replied;
      if (now && met) {
        const breached = now.due !== null && now.due < minute;
        this.ended[kind].push({ start: now.start, met: minute, breached, ...this.spent(now.start, minute) });
        delete this.running[kind];
        delete this.asleep[kind];
      } else if (now && done) {
        this.asleep[kind] = now;
        delete this.running[kind];
      }
      const start = done ? null : this.startOf(kind, facts);
      if (start === null) continue;
      const before: Running | undefined =
        this.running[kind] ?? (this.asleep[kind]?.start === start ? this.asleep[kind] : undefined);
      if (before?.breached) this.running[kind] = before;
      else {
        const budget = BUDGETS[kind][facts.priority];
        if (budget === undefined) {
          if (before) this.asleep[kind] = before;
          delete this.running[kind];
          continue;
        }
        this.running[kind] = { start, due: this.due(start, budget * factor(facts.queueId)), breached: false };
      }
    }
  }

  private startOf(kind: Kind, { replied, waiting }: Facts): number | null {
    if (kind === "resolution") return 0;
    if (kind === "first_reply") return replied ? null : 0;
    return replied ? waiting : null;
  }
}

const minuteOf = (instant: Date) => (instant.getTime() - storyTime(0).getTime()) / 60_000;
const readFacts = async (ticketId: string): Promise<Facts> => {
  const t = await db().ticket.findUniqueOrThrow({ where: { id: ticketId } });
  const waiting = isNever(t.waitingSince) ? null : minuteOf(t.waitingSince);
  return { state: t.state, priority: t.priority, queueId: t.queueId, waiting, replied: t.firstReplyAt !== null };
};

const snapshot = async (ticketId: string) => ({
  ticket: await db().ticket.findUniqueOrThrow({
    where: { id: ticketId },
    select: { nextDueAt: true, dueKind: true, dueWarnAt: true, dueSoon: true, clockPaused: true, clockVersion: true },
  }),
  targets: await db().slaTarget.findMany({
    where: { ticketId },
    orderBy: [{ kind: "asc" }, { cycle: "asc" }],
    include: { alarms: true },
  }),
  spans: await db().stateSpan.findMany({ where: { ticketId }, orderBy: [{ from: "asc" }, { id: "asc" }] }),
  events: await db().event.count({ where: { ticketId, type: { startsWith: "sla." } } }),
});

async function compare(ticketId: string, oracle: Oracle, story: string): Promise<void> {
  const { ticket, targets } = await snapshot(ticketId);
  const open = targets.filter(({ metAt, cancelledAt }) => !metAt && !cancelledAt);
  const seen = Object.fromEntries(
    open.map(({ kind, startedAt, dueAt }) => [kind, { start: minuteOf(startedAt), due: dueAt && minuteOf(dueAt) }]),
  );
  const expected = Object.fromEntries(
    KINDS.flatMap((kind) =>
      oracle.running[kind] ? [[kind, { start: oracle.running[kind].start, due: oracle.running[kind].due }]] : [],
    ),
  );
  expect({ story, ...seen }).toEqual({ story, ...expected });
  const dues = open.flatMap(({ dueAt }) => dueAt?.getTime() ?? []);
  expect({ story, due: isNever(ticket.nextDueAt) ? null : ticket.nextDueAt.getTime() }).toEqual({
    story,
    due: dues.length ? Math.min(...dues) : null,
  });
  for (const kind of KINDS) {
    const met = targets
      .filter((t) => t.kind === kind && t.metAt)
      .map(({ startedAt, metAt, breachedAt, usedSeconds, pausedSeconds }) => ({
        start: minuteOf(startedAt),
        met: minuteOf(metAt!),
        breached: breachedAt !== null,
        used: usedSeconds / 60,
        paused: pausedSeconds / 60,
      }));
    expect({ story, kind, met }).toEqual({ story, kind, met: oracle.ended[kind] });
  }
}

/** Does a step at `minute`; gives the minute it ended and, for an act that changed something, when it counts from. */
async function perform(step: Step, minute: number, ticket: { ticketId: string; number: number }, undoable: string[]) {
  const { ticketId, number } = ticket;
  const sara = () => castCtx("ada");
  switch (step.do) {
    case "reply": {
      if (!step.held) {
        await replyToTicket(sara(), number, compose({ mode: step.mode }), { channel: "api" });
        return { end: minute, replied: true };
      }
      const { replyId } = await replyToTicket(sara(), number, compose({ mode: step.mode }));
      const end = minute + step.held;
      setClock(end);
      await sweepAlarms(systemCtx());
      if (step.undone) {
        await undoReply(sara(), replyId!);
        await sweepAlarms(systemCtx());
        return { end, replied: false };
      }
      await releaseReply(systemCtx(), replyId!);
      return { end, replied: true };
    }
    case "write":
      await receiveCustomerMessage(systemCtx(), {
        ticketId,
        authorId: cast.giulia.id,
        body: { text: "?" },
        channel: "portal",
      });
      break;
    case "note":
      await addNote(sara(), number, compose({ kind: "note" }));
      break;
    case "wake":
      await wakeTicket(systemCtx(), ticketId);
      break;
    case "undo":
      if (undoable.length) await undoChange(sara(), number, undoable.pop()!);
      break;
    case "sweep":
      await sweepAlarms(systemCtx());
      break;
    case "recompute":
      await db().ticket.update({ where: { id: ticketId }, data: { clockVersion: -1 } });
      await recomputeClocks(systemCtx());
      break;
    case "move": {
      const until = step.to === "snoozed" ? storyTime(minute + 10) : undefined;
      await moveTicket(sara(), number, { to: step.to, until });
      break;
    }
    case "priority":
      undoable.push(...(await changeTicket(sara(), number, { priority: step.to })).eventIds);
      break;
    case "queue":
      undoable.push(...(await changeTicket(sara(), number, { queueId: step.to })).eventIds);
  }
  return { end: minute, replied: false };
}

test("whatever happens to a ticket, its due times are those that counting the minutes gives", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (life) => {
      let minute = 0;
      setClock(0);
      const ticket = await openGiulias();
      const oracle = new Oracle();
      oracle.act(0, await readFacts(ticket.ticketId), false);
      const undoable: string[] = [];
      const story: string[] = [];
      for (const step of life) {
        minute += step.wait;
        setClock(minute);
        const pressed = minute;
        story.push(`${minute} ${JSON.stringify(step)}`);
        let done = { end: minute, replied: false };
        try {
          done = await perform(step, minute, ticket, undoable);
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
        }
        minute = done.end;
        oracle.act(done.replied ? pressed : minute, await readFacts(ticket.ticketId), done.replied);
        await compare(ticket.ticketId, oracle, story.join("\n"));
      }
      await sweepAlarms(systemCtx());
      const before = await snapshot(ticket.ticketId);
      await db().ticket.updateMany({ where: { id: ticket.ticketId }, data: { clockVersion: -1 } });
      await recomputeClocks(systemCtx());
      const after = await snapshot(ticket.ticketId);
      after.ticket.clockVersion = before.ticket.clockVersion;
      expect(after).toEqual(before);
      for (const { alarms } of after.targets) expect(new Set(alarms.map(({ step }) => step)).size).toBe(alarms.length);
      // Out of the way of the next life's sweeps.
      await db().ticket.delete({ where: { id: ticket.ticketId } });
    }),
    { numRuns: 25, endOnFailure: false },
  );
}, 240_000);
