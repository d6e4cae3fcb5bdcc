import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileCalendar } from "./compile-calendar";
import { deadline } from "./deadline";
import { elapsed } from "./elapsed";
import { listSegments } from "./list-segments";
import type { Pause } from "./pauses";
import { calendarRules, readHoliday, WEEKDAYS, type CalendarRules } from "./schema";

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Zones with a change of the clock worth standing next to. */
const PLACES = [
  ["Europe/Rome", "2026-03-29T01:00Z", "2026-10-25T01:00Z"],
  ["America/New_York", "2026-03-08T07:00Z", "2026-11-01T06:00Z"],
  ["Australia/Lord_Howe", "2026-10-03T15:30Z", "2026-04-04T15:00Z"],
  ["Asia/Kathmandu", "1985-12-31T18:30Z", "2026-01-01T00:00Z"],
  ["Africa/Casablanca", "2024-03-10T02:00Z", "2024-04-14T02:00Z"],
  ["America/St_Johns", "2010-11-07T02:31Z", "2011-03-13T03:31Z"],
  ["Pacific/Apia", "2011-12-30T10:00Z", "2012-04-01T00:00Z"],
  ["Asia/Gaza", "2023-04-28T22:00Z", "2023-10-28T00:00Z"],
  ["Africa/Cairo", "2026-04-23T22:00Z", "2026-10-29T21:00Z"],
  ["Pacific/Kiritimati", "1994-12-31T10:00Z", "2026-01-01T00:00Z"],
] as const;

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** Disjoint intervals from sorted cuts; the last may run over midnight. */
const dayHours = fc
  .tuple(fc.uniqueArray(fc.integer({ min: 0, max: 96 }), { maxLength: 5 }), fc.integer({ min: 0, max: 96 }))
  .map(([cuts, night]) => {
    const sorted = cuts.sort((a, b) => a - b).map((quarter) => quarter * 15);
    const hours: [string, string][] = [];
    for (let i = 0; i + 1 < sorted.length; i += 2) hours.push([clock(sorted[i]!), clock(sorted[i + 1]!)]);
    const open = sorted.at(-1);
    if (sorted.length % 2 && open !== undefined && open < 1440)
      hours.push([clock(open), night * 15 < open ? clock(night * 15) : "24:00"]);
    return hours;
  });

const situation = fc.constantFrom(...PLACES).chain(([timeZone, ...changes]) =>
  fc.constantFrom(...changes).chain((change) => {
    const near = (days: number) =>
      fc
        .integer({ min: -days * 1440, max: days * 1440 })
        .map((minutes) => new Date(Date.parse(change) + minutes * MINUTE));
    return fc.record({
      rules: fc.record({
        timeZone: fc.constant(timeZone),
        hours: fc.record(Object.fromEntries(WEEKDAYS.map((day) => [day, dayHours])), { requiredKeys: [] }),
        holidays: fc.array(
          near(3).chain((at) => fc.constantFrom(at.toISOString().slice(0, 10), at.toISOString().slice(5, 10))),
          { maxLength: 3 },
        ),
      }) as fc.Arbitrary<CalendarRules>,
      start: near(3),
      minutes: fc.integer({ min: 0, max: 3 * 1440 }),
      pauses: fc.array(
        fc
          .tuple(near(4), fc.integer({ min: 0, max: 1440 }))
          .map(([from, length]): Pause => ({ from, to: new Date(from.getTime() + length * MINUTE) })),
        { maxLength: 4 },
      ),
    });
  }),
);

describe("deadline and elapsed", () => {
  it("are what stepping minute by minute finds", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(situation, ({ rules, start, minutes, pauses }) => {
        const calendar = compileCalendar(calendarRules.parse(rules));
        const works = naive(rules, start, pauses);
        const to = new Date(start.getTime() + minutes * MINUTE);
        let counted = 0;
        let reached: Date | null = minutes === 0 ? start : null;
        for (let at = start.getTime(); at < start.getTime() + 5 * DAY; at += MINUTE) {
          if (!works(at)) continue;
          counted += 1;
          if (counted === minutes) reached = new Date(at + MINUTE);
        }
        let within = 0;
        for (let at = start.getTime(); at < to.getTime(); at += MINUTE) if (works(at)) within += 1;
        expect(elapsed(calendar, start, to, pauses)).toBe(within * 60);
        const found = deadline(calendar, start, minutes * 60, pauses);
        expect(found && found.getTime() <= start.getTime() + 5 * DAY ? found : null).toEqual(reached);
      }),
      { numRuns: 150 },
    );
  });

  it("agree: the deadline is the first instant with the budget elapsed", () => {
    fc.assert(
      fc.property(situation, fc.nat(40 * 86_400), ({ rules, start, pauses }, seconds) => {
        const calendar = compileCalendar(rules);
        const at = deadline(calendar, start, seconds, pauses);
        if (!at) return;
        expect(elapsed(calendar, start, at, pauses)).toBe(seconds);
        const before = new Date(at.getTime() - 1000);
        expect(elapsed(calendar, start, before, pauses)).toBe(Math.max(0, seconds - 1));
      }),
      { numRuns: 500 },
    );
  });

  it("grow with time and with the budget, and add up", () => {
    fc.assert(
      fc.property(situation, fc.nat(10 * 86_400), fc.nat(10 * 86_400), ({ rules, start, pauses }, some, more) => {
        const calendar = compileCalendar(rules);
        const middle = new Date(start.getTime() + some * 1000);
        const end = new Date(middle.getTime() + more * 1000);
        const first = elapsed(calendar, start, middle, pauses);
        const second = elapsed(calendar, middle, end, pauses);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(second).toBeLessThanOrEqual(more);
        expect(elapsed(calendar, start, end, pauses)).toBe(first + second);
        const early = deadline(calendar, start, some, pauses);
        const late = deadline(calendar, start, some + more, pauses);
        expect(early?.getTime() ?? Infinity).toBeLessThanOrEqual(late?.getTime() ?? Infinity);
        expect(late && early && deadline(calendar, early, more, pauses)).toEqual(late);
      }),
      { numRuns: 500 },
    );
  });

  it("take from a pause what would have been worked in it", () => {
    fc.assert(
      fc.property(situation, fc.nat(10 * 86_400), ({ rules, start, pauses }, length) => {
        const calendar = compileCalendar(rules);
        const end = new Date(start.getTime() + length * 1000);
        const total = (kind: string) =>
          listSegments(calendar, start, end, pauses)
            .filter((segment) => segment.kind === kind)
            .reduce((sum, { from, to }) => sum + (to.getTime() - from.getTime()) / 1000, 0);
        expect(elapsed(calendar, start, end, pauses)).toBe(total("working"));
        expect(elapsed(calendar, start, end)).toBeGreaterThanOrEqual(total("working"));
        expect(total("working") + total("paused") + total("closed")).toBe(length);
        expect(elapsed(calendar, start, end, [{ from: start, to: null }])).toBe(0);
      }),
      { numRuns: 300 },
    );
  });
});

/** Whether a minute counts, by the rules read literally: every hour of every near date searched for on Intl's own clock. */
function naive({ timeZone, hours, holidays }: CalendarRules, around: Date, pauses: readonly Pause[]) {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  const wallAt = (at: number) => {
    const [date = "", time] = format.format(at).split(", ");
    return Date.parse(`${date.split("/").reverse().join("-")}T${time}Z`);
  };
  const instantOf = (wall: number) => {
    const offsets = new Set<number>();
    for (let hours = -36; hours <= 36; hours++) {
      const at = wall + hours * 60 * MINUTE;
      offsets.add(wallAt(at) - at);
    }
    const matching = [...offsets].map((offset) => wall - offset).filter((at) => wallAt(at) === wall);
    if (matching.length) return Math.min(...matching);
    const dayBefore = wall - DAY;
    return wall - (wallAt(dayBefore) - dayBefore);
  };
  const open: [number, number][] = [];
  const closed: [number, number][] = [];
  const today = Math.floor(around.getTime() / DAY) * DAY;
  for (let date = today - 4 * DAY; date <= today + 8 * DAY; date += DAY) {
    const day = new Date(date);
    for (const [from, to] of hours[WEEKDAYS[(day.getUTCDay() + 6) % 7]!] ?? []) {
      const minute = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
      const closes = minute(to) > minute(from) ? minute(to) : minute(to) + 1440;
      open.push([instantOf(date + minute(from) * MINUTE), instantOf(date + closes * MINUTE)]);
    }
    const isHoliday = holidays
      .map(readHoliday)
      .some(
        (holiday) =>
          holiday!.month === day.getUTCMonth() + 1 &&
          holiday!.day === day.getUTCDate() &&
          (holiday!.year ?? day.getUTCFullYear()) === day.getUTCFullYear(),
      );
    if (isHoliday) closed.push([instantOf(date), instantOf(date + DAY)]);
  }
  const paused = pauses.map(({ from, to }): [number, number] => [from.getTime(), to!.getTime()]);
  const within = (at: number) => (interval: [number, number]) => interval[0] <= at && at < interval[1];
  return (at: number) => open.some(within(at)) && !closed.some(within(at)) && !paused.some(within(at));
}
