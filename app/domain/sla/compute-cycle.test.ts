import fc from "fast-check";
import { expect, test } from "vitest";
import { alwaysOpen } from "~/domain/calendars/always-open";
import { compileCalendar } from "~/domain/calendars/compile-calendar";
import { computeCycle, pausesOf, secondsOfStep, secondsOfWarning } from "./compute-cycle";
import type { LadderStep } from "./schema";

const MINUTE = 60_000;
const START = Date.parse("2026-10-23T14:00:00Z");
/** A Friday; the clock goes back on Sunday the 25th at 01:00 UTC. */
const startedAt = new Date(START);
const weekdays = { mon: day(), tue: day(), wed: day(), thu: day(), fri: day(), sun: [["00:00", "05:00"]] };
const office = compileCalendar({ timeZone: "Europe/Rome", hours: weekdays as never, holidays: ["2026-10-27"] });

function day() {
  return [
    ["09:00", "12:30"],
    ["14:00", "18:00"],
  ];
}

const after = (minutes: number) => new Date(START + minutes * MINUTE);
const step = (at: LadderStep["at"], id = "s"): LadderStep => ({ id, kind: "any", at, actions: [] });

const onTheWall = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Rome",
  weekday: "short",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** Whether the office is open in the minute, by what the clock on the wall shows. */
function readWall(minute: number): boolean {
  const shown = onTheWall.formatToParts(START + minute * MINUTE);
  const parts = Object.fromEntries(shown.map(({ type, value }) => [type, value]));
  if (parts.day === "27" || parts.weekday === "Sat") return false;
  const at = Number(parts.hour) * 60 + Number(parts.minute);
  if (parts.weekday === "Sun") return at < 300;
  return (at >= 540 && at < 750) || (at >= 840 && at < 1080);
}

const COUNTED = 15_000;
const wallHours = Array.from({ length: COUNTED }, (_, minute) => readWall(minute));
const isOpen = (minute: number) => wallHours[minute] ?? false;

/** The minute at which the budget is used up, counted one by one; null when a lasting pause comes before. */
function countTo(budget: number, open: (minute: number) => boolean, paused: (minute: number) => boolean) {
  for (let minute = 0, left = budget; minute < COUNTED; minute++)
    if (open(minute) && !paused(minute) && --left === 0) return after(minute + 1);
  return null;
}

const minutes = (most: number) => fc.integer({ min: 0, max: most });
const pauseList = fc
  .array(fc.tuple(minutes(5_000), fc.integer({ min: 1, max: 900 })), { maxLength: 4 })
  .map((list) => list.map(([from, length]) => ({ from, to: from + length })));

test("due time, warning and steps are where counting minute by minute finds them", () => {
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.integer({ min: 4, max: 300 }),
      pauseList,
      fc.option(minutes(4_000)),
      fc.integer({ min: 1, max: 150 }),
      (wall, quarters, pauses, lastingFrom, extra) => {
        const budget = quarters * 4;
        const open = wall ? () => true : isOpen;
        const paused = (m: number) =>
          pauses.some(({ from, to }) => m >= from && m < to) || (lastingFrom !== null && m >= lastingFrom);
        const spans = [
          ...pauses.map(({ from, to }) => ({ from: after(from), to: after(to) })),
          ...(lastingFrom === null ? [] : [{ from: after(lastingFrom), to: null }]),
        ];
        const cycle = { kind: "resolution" as const, startedAt, budgetSeconds: budget * 60 };
        const ladder = [step({ offset: extra * 60 }, "later"), step({ percent: 25 }, "quarter")];
        const computed = computeCycle(cycle, wall ? alwaysOpen : office, spans, ladder);
        const count = (n: number) => countTo(n, open, paused);
        expect(computed.dueAt).toEqual(count(budget));
        expect(computed.warnAt).toEqual(count(quarters * 3));
        const alarm = (id: string) => computed.alarms.find((a) => a.step === id)?.at;
        expect(alarm("later")).toEqual(count(budget + extra));
        expect(alarm("quarter")).toEqual(count(quarters));
        const due = count(budget);
        expect(alarm("breach")).toEqual(due && new Date(due.getTime() + 1_000));
        expect(computed.pausedAt === null).toBe(due !== null);
      },
    ),
    { numRuns: 300 },
  );
});

test("the last quarter is rounded so that never more than a quarter is left", () => {
  expect([1, 2, 3, 4, 5, 7, 3_600].map(secondsOfWarning)).toEqual([1, 2, 3, 3, 4, 6, 2_700]);
  for (let budget = 1; budget < 500; budget++) {
    expect(budget - secondsOfWarning(budget)).toBeLessThanOrEqual(budget / 4);
    expect(secondsOfWarning(budget)).toBe(Math.ceil(budget * 0.75));
  }
});

test("steps: percents round up and may pass the due time, offsets never come before the start", () => {
  const at = (moment: LadderStep["at"], budget: number) => secondsOfStep({ at: moment }, budget);
  expect([
    at({ percent: 50 }, 101),
    at({ percent: 120 }, 100),
    at({ offset: -200 }, 100),
    at({ offset: 60 }, 100),
  ]).toEqual([51, 120, 0, 160]);
});

test("hours that never open have no due time and no pause", () => {
  const shut = compileCalendar({ timeZone: "Europe/Rome", hours: {}, holidays: [] });
  const computed = computeCycle({ kind: "first_reply", startedAt, budgetSeconds: 60 }, shut, [], []);
  expect(computed).toMatchObject({ dueAt: null, warnAt: null, pausedAt: null, usedSeconds: 0 });
});

test("what ended knows nothing of later pauses; used and paused seconds are those up to the end", () => {
  const spans = [
    { state: "waiting_third" as const, from: after(10), to: after(20) },
    { state: "solved" as const, from: after(40), to: null },
    { state: "open" as const, from: after(0), to: null },
  ];
  const pauses = pausesOf(spans, { pauses: ["waiting_third"] });
  expect(pauses.map(({ state }) => state)).toEqual(["waiting_third", "solved"]);
  expect(pausesOf(spans, { pauses: ["snoozed"] }).map(({ state }) => state)).toEqual(["solved"]);
  const cycle = { kind: "resolution" as const, startedAt, budgetSeconds: 3_600 };
  expect(computeCycle(cycle, alwaysOpen, pauses, [], after(40))).toMatchObject({
    dueAt: after(70),
    usedSeconds: 1_800,
    pausedSeconds: 600,
    pausedAt: null,
  });
  expect(computeCycle(cycle, alwaysOpen, pauses, [])).toMatchObject({
    dueAt: null,
    usedSeconds: 1_800,
    pausedSeconds: 600,
    pausedAt: after(40),
  });
});
