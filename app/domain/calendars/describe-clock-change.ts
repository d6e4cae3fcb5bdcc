import { clockOf, dateOf, offsetAt } from "./local-time";
import { spanOf, WEEKDAYS, type CalendarRules } from "./schema";
import { offsetsAround } from "./time-zone";
import { DAY, toInstant } from "./wall-clock";

/** Opening hours that last longer or shorter, or begin or end at another time, because of a change of the clock. */
export type TouchedHours = {
  date: string;
  open: string;
  close: string;
  /** seconds on the wall and in truth */
  planned: number;
  real: number;
};

export type ClockChange = {
  at: Date;
  /** the local date on which the change falls */
  date: string;
  /** the clock shows `from` and goes on with `to` */
  from: string;
  to: string;
  /** "skipped": the hours between never come; "repeated": they come twice, and opening hours mean the first pass */
  kind: "skipped" | "repeated";
  touched: TouchedHours[];
};

const YEAR = 366 * DAY;
const DAYS_AROUND = [-2, -1, 0, 1];

/** The next change of the clock in a calendar's zone within a year and what it does to opening hours; null without one. */
export function describeClockChange(rules: CalendarRules, now: Date): ClockChange | null {
  const at = findChange(rules.timeZone, Math.floor(now.getTime() / 1000));
  if (at === null) return null;
  const before = offsetAt(rules.timeZone, at - 1);
  const after = offsetAt(rules.timeZone, at);
  const day = Math.floor((at + before) / DAY);
  const zone = offsetsAround(rules.timeZone, new Date(at * 1000).getUTCFullYear());
  const touched = DAYS_AROUND.flatMap((off) => {
    const date = day + off;
    return (rules.hours[WEEKDAYS[weekdayOf(date)]!] ?? []).flatMap((interval): TouchedHours[] => {
      const [open, close] = spanOf(interval);
      const [planned, from, to] = [
        close - open,
        toInstant(zone, date * DAY + open),
        toInstant(zone, date * DAY + close),
      ];
      const real = Math.max(0, to - from);
      const reaches = from < at + Math.abs(after - before) && to > at - Math.abs(after - before);
      const moved = clockShown(rules.timeZone, from) !== open % DAY || clockShown(rules.timeZone, to) !== close % DAY;
      if (!reaches || (real === planned && !moved)) return [];
      return [{ date: dateOf(date), open: interval[0], close: interval[1], planned, real }];
    });
  });
  return {
    at: new Date(at * 1000),
    date: dateOf(day),
    from: clockOf((((at + before) % DAY) + DAY) % DAY),
    to: clockOf((((at + after) % DAY) + DAY) % DAY),
    kind: after > before ? "skipped" : "repeated",
    touched,
  };
}

const weekdayOf = (day: number) => (((day + 3) % 7) + 7) % 7;
const clockShown = (timeZone: string, at: number) => (((at + offsetAt(timeZone, at)) % DAY) + DAY) % DAY;

function findChange(timeZone: string, now: number): number | null {
  const year = new Date(now * 1000).getUTCFullYear();
  const changes = [year, year + 1].flatMap((year) => offsetsAround(timeZone, year).starts.slice(1));
  return changes.filter((at) => at > now && at < now + YEAR).sort((a, b) => a - b)[0] ?? null;
}
