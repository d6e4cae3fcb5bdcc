import { z } from "zod";
import { isTimeZone } from "./time-zone";
import { DAY, isDate } from "./wall-clock";

export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** What can be wrong with a calendar; the message of the schema's issues, at the path of the field. */
export type CalendarProblem = "unknownZone" | "badTime" | "emptyInterval" | "overlap" | "badHoliday" | "tooMany";
const problem = (code: CalendarProblem) => code;

const TIME = /^(?:([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?|24:00(?::00)?)$/;
const HOLIDAY = /^(?:([1-9]\d{3})-|(?:--)?)(\d\d)-(\d\d)$/;
const LEAP_YEAR = 2000;

const time = z.string().regex(TIME, problem("badTime"));
const interval = z.tuple([time, time]).superRefine(([open, close], issues) => {
  if (secondsOf(open) === DAY) issues.addIssue({ code: "custom", message: problem("badTime"), path: [0] });
  else if (open === close) issues.addIssue({ code: "custom", message: problem("emptyInterval") });
});
const dayHours = z
  .array(interval)
  .max(48, problem("tooMany"))
  .superRefine((intervals, issues) => {
    if (overlap(intervals)) issues.addIssue({ code: "custom", message: problem("overlap") });
  });
const holiday = z.string().refine((text) => readHoliday(text) !== null, problem("badHoliday"));

/**
 * A calendar as it is stored and given: opening hours on the wall clock per weekday, "HH:MM" or "HH:MM:SS", "24:00" only
 * as a closing hour; a closing hour not after the opening one is next morning's. Intervals of one weekday do not overlap;
 * the tail of a night may overlap the next day's hours. Holidays are "YYYY-MM-DD", or "MM-DD" for every year.
 */
export const calendarRules = z.object({
  timeZone: z.string().refine(isTimeZone, problem("unknownZone")),
  hours: z.strictObject({
    mon: dayHours.optional(),
    tue: dayHours.optional(),
    wed: dayHours.optional(),
    thu: dayHours.optional(),
    fri: dayHours.optional(),
    sat: dayHours.optional(),
    sun: dayHours.optional(),
  }),
  holidays: z.array(holiday).max(10_000, problem("tooMany")).default([]),
});

export type CalendarRules = z.output<typeof calendarRules>;
/** Opening hours by weekday, on the wall clock. */
export type WeekHours = CalendarRules["hours"];

/** Seconds from midnight of a valid "HH:MM" or "HH:MM:SS". */
export function secondsOf(time: string): number {
  return Number(time.slice(0, 2)) * 3600 + Number(time.slice(3, 5)) * 60 + Number(time.slice(6, 8));
}

/** Opening and closing second counted from the midnight that the day begins with; a night closes after 24:00. */
export function spanOf([open, close]: readonly [string, string]): [number, number] {
  const from = secondsOf(open);
  const to = secondsOf(close);
  return [from, to > from ? to : to + DAY];
}

/** The date of a holiday, year null for every year; null when there is no such date. February 29 may be yearly. */
export function readHoliday(text: string): { year: number | null; month: number; day: number } | null {
  const found = HOLIDAY.exec(text);
  if (!found) return null;
  const [, year, month, day] = found;
  const date = { year: year === undefined ? null : Number(year), month: Number(month), day: Number(day) };
  return isDate(date.year ?? LEAP_YEAR, date.month, date.day) ? date : null;
}

function overlap(intervals: (readonly [string, string])[]): boolean {
  const spans = intervals.map(spanOf).sort((a, b) => a[0] - b[0]);
  return spans.some(([, close], i) => close > (spans[i + 1]?.[0] ?? Infinity));
}
