import { readHoliday, spanOf, WEEKDAYS, type CalendarRules } from "./schema";
import type { ZoneYear } from "./time-zone";
import { DAY, dayNumber, toInstant } from "./wall-clock";

/** Opening hours ready to be laid over dates: per weekday from Monday flat [open, close, open, close…] in order. */
export type WeekPlan = {
  readonly weekdays: readonly (readonly number[])[];
  readonly dates: ReadonlySet<number>;
  readonly yearly: readonly { month: number; day: number }[];
};

/** The working set of one UTC year: disjoint half-open [starts, ends) in order; `worked[k]` is the time of 0…k. Seconds. */
export type WorkingYear = {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly worked: Float64Array;
  readonly total: number;
};

const THURSDAY = 3; // 1970-01-01
/** A night may close 48 hours after its date begins, 16 behind UTC, in a gap of a day; 16 ahead it opens a day early. */
const DAYS_BEFORE = 4;
const DAYS_AFTER = 1;

export function planWeek(rules: CalendarRules): WeekPlan {
  const holidays = rules.holidays.map(readHoliday).filter((date) => date !== null);
  return {
    weekdays: WEEKDAYS.map((day) => (rules.hours[day] ?? []).map(spanOf).sort(byStart).flat()),
    dates: new Set(holidays.flatMap(({ year, month, day }) => (year === null ? [] : [dayNumber(year, month, day)]))),
    yearly: holidays.filter(({ year }) => year === null),
  };
}

/**
 * Lays the week over every date that can reach into a UTC year: each opening and closing hour is converted on its own
 * date, holidays are cut out as local days from 00:00 to 24:00, what touches becomes one interval.
 */
export function compileYear(plan: WeekPlan, zone: ZoneYear, year: number): WorkingYear {
  const from = Date.UTC(year, 0, 1) / 1000;
  const to = Date.UTC(year + 1, 0, 1) / 1000;
  const firstDay = from / DAY - DAYS_BEFORE;
  const lastDay = to / DAY + DAYS_AFTER;
  const open = union(layOut(plan, zone, firstDay, lastDay));
  return sum(without(open, closedDays(plan, zone, firstDay, lastDay, year)), from, to);
}

type Interval = [from: number, to: number];
const byStart = (a: Interval, b: Interval) => a[0] - b[0];

function layOut(plan: WeekPlan, zone: ZoneYear, firstDay: number, lastDay: number): Interval[] {
  const intervals: Interval[] = [];
  for (let day = firstDay; day <= lastDay; day++) {
    const hours = plan.weekdays[(((day + THURSDAY) % 7) + 7) % 7]!;
    for (let i = 0; i < hours.length; i += 2) {
      const from = toInstant(zone, day * DAY + hours[i]!);
      const to = toInstant(zone, day * DAY + hours[i + 1]!);
      if (to > from) intervals.push([from, to]);
    }
  }
  return intervals;
}

function closedDays(plan: WeekPlan, zone: ZoneYear, firstDay: number, lastDay: number, year: number): Interval[] {
  const days = new Set<number>();
  for (const near of [year - 1, year, year + 1])
    for (const { month, day } of plan.yearly) {
      const date = dayNumber(near, month, day);
      if (new Date(date * DAY * 1000).getUTCDate() === day) days.add(date);
    }
  const closed: Interval[] = [];
  for (let day = firstDay; day <= lastDay; day++) {
    if (days.has(day) || plan.dates.has(day))
      closed.push([toInstant(zone, day * DAY), toInstant(zone, (day + 1) * DAY)]);
  }
  return closed;
}

/** Puts in order (hours moved by a gap may pass others) and joins what overlaps or touches. */
function union(intervals: Interval[]): Interval[] {
  if (intervals.some((interval, i) => i > 0 && interval[0] < intervals[i - 1]![0])) intervals.sort(byStart);
  const joined: Interval[] = [];
  for (const interval of intervals) {
    const last = joined.at(-1);
    if (last && interval[0] <= last[1]) last[1] = Math.max(last[1], interval[1]);
    else joined.push(interval);
  }
  return joined;
}

function without(open: Interval[], closed: Interval[]): Interval[] {
  if (!closed.length) return open;
  const left: Interval[] = [];
  let next = 0;
  for (const [start, to] of open) {
    let from = start;
    while (next < closed.length && closed[next]![1] <= from) next++;
    for (let i = next; i < closed.length && closed[i]![0] < to; i++) {
      if (closed[i]![0] > from) left.push([from, closed[i]![0]]);
      from = Math.max(from, closed[i]![1]);
    }
    if (from < to) left.push([from, to]);
  }
  return left;
}

function sum(intervals: Interval[], from: number, to: number): WorkingYear {
  const within = intervals.filter((interval) => interval[1] > from && interval[0] < to);
  const starts = new Float64Array(within.length);
  const ends = new Float64Array(within.length);
  const worked = new Float64Array(within.length);
  let total = 0;
  within.forEach((interval, i) => {
    starts[i] = Math.max(from, interval[0]);
    ends[i] = Math.min(to, interval[1]);
    worked[i] = total += ends[i]! - starts[i]!;
  });
  return { starts, ends, worked, total };
}
