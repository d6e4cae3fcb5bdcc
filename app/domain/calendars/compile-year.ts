import { readHoliday, spanOf, WEEKDAYS, type CalendarRules } from "./schema";
import type { ZoneYear } from "./time-zone";
import { DAY, dayNumber, isDate, toInstant } from "./wall-clock";

/** Opening hours ready to be laid over dates: per weekday from Monday flat [open, close, open, close…] in order. */
export type WeekPlan = {
  readonly weekdays: readonly (readonly number[])[];
  readonly dates: readonly number[];
  readonly yearly: readonly { month: number; day: number }[];
};

/** The working set of one UTC year: disjoint half-open [starts, ends) in order; `worked[k]` is the time of 0…k. Seconds. */
export type WorkingYear = {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly worked: readonly number[];
  readonly total: number;
};

/** Flat [from, to, from, to…] in order of from. */
type Intervals = number[];

const THURSDAY = 3; // 1970-01-01
/** A night may close 48 hours after its date begins, 16 behind UTC, in a gap of a day; 16 ahead it opens a day early. */
const DAYS_BEFORE = 4;
const DAYS_AFTER = 1;

export function planWeek(rules: CalendarRules): WeekPlan {
  const holidays = rules.holidays.map(readHoliday).filter((date) => date !== null);
  return {
    weekdays: WEEKDAYS.map((day) =>
      (rules.hours[day] ?? [])
        .map(spanOf)
        .sort((a, b) => a[0] - b[0])
        .flat(),
    ),
    dates: holidays.flatMap(({ year, month, day }) => (year === null ? [] : [dayNumber(year, month, day)])),
    yearly: holidays.filter(({ year }) => year === null),
  };
}

/**
 * Lays the week over every date that can reach into a UTC year: each opening and closing hour is converted on its own
 * date, holidays are cut out as local days from 00:00 to 24:00, what touches becomes one interval.
 */
export function compileYear(plan: WeekPlan, zone: ZoneYear, year: number): WorkingYear {
  const newYear = Date.UTC(year, 0, 1) / 1000;
  const nextYear = Date.UTC(year + 1, 0, 1) / 1000;
  const firstDay = newYear / DAY - DAYS_BEFORE;
  const lastDay = nextYear / DAY + DAYS_AFTER;
  const open = join(layOut(plan, zone, firstDay, lastDay));
  return sum(without(open, closedDays(plan, zone, firstDay, lastDay, year)), newYear, nextYear);
}

function layOut(plan: WeekPlan, zone: ZoneYear, firstDay: number, lastDay: number): Intervals {
  const intervals: Intervals = [];
  let weekday = (((firstDay + THURSDAY) % 7) + 7) % 7;
  for (let day = firstDay; day <= lastDay; day++) {
    const hours = plan.weekdays[weekday]!;
    weekday = weekday === 6 ? 0 : weekday + 1;
    for (let i = 0; i < hours.length; i += 2) {
      const from = toInstant(zone, day * DAY + hours[i]!);
      const to = toInstant(zone, day * DAY + hours[i + 1]!);
      if (to > from) intervals.push(from, to);
    }
  }
  return inOrder(intervals);
}

function closedDays(plan: WeekPlan, zone: ZoneYear, firstDay: number, lastDay: number, year: number): Intervals {
  const days = plan.dates.filter((day) => day >= firstDay && day <= lastDay);
  for (const near of [year - 1, year, year + 1])
    for (const { month, day } of plan.yearly) if (isDate(near, month, day)) days.push(dayNumber(near, month, day));
  return join(inOrder(days.flatMap((day) => [toInstant(zone, day * DAY), toInstant(zone, (day + 1) * DAY)])));
}

/** Hours that a gap moved may have passed others. */
function inOrder(intervals: Intervals): Intervals {
  for (let i = 2; i < intervals.length; i += 2) {
    if (intervals[i]! >= intervals[i - 2]!) continue;
    const pairs = Array.from({ length: intervals.length / 2 }, (_, k) => [intervals[2 * k]!, intervals[2 * k + 1]!]);
    return pairs.sort((a, b) => a[0]! - b[0]!).flat();
  }
  return intervals;
}

/** One interval of those that overlap or touch. */
function join(intervals: Intervals): Intervals {
  const joined: Intervals = [];
  for (let i = 0; i < intervals.length; i += 2) {
    const last = joined.length - 1;
    if (last > 0 && intervals[i]! <= joined[last]!) joined[last] = Math.max(joined[last]!, intervals[i + 1]!);
    else joined.push(intervals[i]!, intervals[i + 1]!);
  }
  return joined;
}

function without(open: Intervals, closed: Intervals): Intervals {
  if (!closed.length) return open;
  const left: Intervals = [];
  let next = 0;
  for (let k = 0; k < open.length; k += 2) {
    let from = open[k]!;
    const to = open[k + 1]!;
    while (next < closed.length && closed[next + 1]! <= from) next += 2;
    for (let i = next; i < closed.length && closed[i]! < to; i += 2) {
      if (closed[i]! > from) left.push(from, closed[i]!);
      from = closed[i + 1]!;
    }
    if (from < to) left.push(from, to);
  }
  return left;
}

/** What lies in [newYear, nextYear), with prefix sums. */
function sum(intervals: Intervals, newYear: number, nextYear: number): WorkingYear {
  const starts: number[] = [];
  const ends: number[] = [];
  const worked: number[] = [];
  let total = 0;
  for (let i = 0; i < intervals.length; i += 2) {
    const from = Math.max(newYear, intervals[i]!);
    const to = Math.min(nextYear, intervals[i + 1]!);
    if (from >= to) continue;
    starts.push(from);
    ends.push(to);
    worked.push((total += to - from));
  }
  return { starts, ends, worked, total };
}
