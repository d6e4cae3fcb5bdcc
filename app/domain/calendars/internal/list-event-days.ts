import ICAL from "ical.js";
import { readHoliday } from "../schema";

export type HolidayEvent = {
  component: ICAL.Component;
  /** "uid date" of the occurrence it replaces */ overrides: string | null;
};

const YEARS = 5;
const LONGEST_EVENT = 366;

/** Repetitions that always come again; others can be written so that looking for the next one never ends. */
const REPEATS: Record<string, readonly string[] | null> = {
  YEARLY: null,
  MONTHLY: null,
  WEEKLY: ["BYDAY"],
  DAILY: ["BYDAY"],
};

/**
 * The local days of an event: "MM-DD" when it comes every year, else dates of five years, or why there are none. `steps`
 * are the occurrences that the whole file may still ask for.
 */
export function listEventDays(
  { component, overrides }: HolidayEvent,
  thisYear: number,
  moved: ReadonlySet<string>,
  steps: { left: number },
): string[] | "timed" | "past" | "unreadable" | "cancelled" {
  if (String(component.getFirstPropertyValue("status")).toUpperCase() === "CANCELLED") return "cancelled";
  try {
    const span = wholeDays(component);
    if (!span) return "timed";
    if (span.days < 1 || span.days > LONGEST_EVENT || !hasRealStart(component)) return "unreadable";
    const rules = component.getAllProperties("rrule").map((property) => property.getFirstValue() as ICAL.Recur);
    const repeats = rules.length > 0 || component.hasProperty("rdate");
    const uid = String(component.getFirstPropertyValue("uid"));
    if (
      !overrides &&
      isPlainYearly(component, rules, span.start, thisYear) &&
      ![...moved].some((m) => m.startsWith(`${uid} `))
    )
      // prettier-ignore
      return expand([span.start], span.days).map((date) => date.slice(5));
    if (!rules.every(isFinite)) return "unreadable";
    const starts = repeats && !overrides ? occurrences(component, span.start, thisYear, steps) : [span.start];
    const days = expand(starts.filter((start) => overrides || !moved.has(`${uid} ${start.toString().slice(0, 10)}`)), span.days); // prettier-ignore
    const kept = days.filter((date) => Number(date.slice(0, 4)) >= thisYear && Number(date.slice(0, 4)) < 2500);
    return kept.length ? kept : "past";
  } catch {
    return "unreadable";
  }
}

/** First day and number of days; null for an event at a time of day. The end is the day after the last (RFC 5545 3.6.1). */
function wholeDays(component: ICAL.Component): { start: ICAL.Time; days: number } | null {
  const start = component.getFirstPropertyValue("dtstart");
  const end = component.getFirstPropertyValue("dtend");
  const lasts = component.getFirstPropertyValue("duration");
  if (!(start instanceof ICAL.Time)) throw new TypeError("an event without a start");
  const first = dayOf(start);
  if (!start.isDate) {
    // Outlook and Exchange write a whole day as midnight to midnight, and mark it.
    const marked = /^true$/i.test(String(component.getFirstPropertyValue("x-microsoft-cdo-alldayevent")));
    const midnights = isMidnight(start) && (!(end instanceof ICAL.Time) || isMidnight(end));
    if (!marked || !midnights) return null;
  }
  if (end instanceof ICAL.Time) return { start: first, days: Math.max(1, daysBetween(first, dayOf(end))) };
  if (lasts instanceof ICAL.Duration) return { start: first, days: Math.max(1, Math.ceil(lasts.toSeconds() / 86_400)) };
  return { start: first, days: 1 };
}

const isMidnight = ({ hour, minute, second }: ICAL.Time) => hour === 0 && minute === 0 && second === 0;
const dayOf = ({ year, month, day }: ICAL.Time) => ICAL.Time.fromData({ year, month, day, isDate: true });
const daysBetween = (from: ICAL.Time, to: ICAL.Time) =>
  Math.round((Date.UTC(to.year, to.month - 1, to.day) - Date.UTC(from.year, from.month - 1, from.day)) / 86_400_000);
/** Numbers that are no date would be carried over into the next month. */
const hasRealStart = (component: ICAL.Component) => {
  const written: unknown = component.getFirstProperty("dtstart")?.toJSON()[3];
  const date = typeof written === "string" ? readHoliday(written.slice(0, 10)) : null;
  return date?.year != null && date.year < 2500;
};

const isFinite = (rule: ICAL.Recur) => {
  if (!Object.hasOwn(REPEATS, rule.freq)) return false;
  const allowed = REPEATS[rule.freq];
  return !allowed || Object.keys(rule.parts).every((part) => allowed.includes(part));
};

/** Every year on its date, without end or exception, since this year or before. */
function isPlainYearly(component: ICAL.Component, rules: ICAL.Recur[], start: ICAL.Time, thisYear: number): boolean {
  const [rule, ...more] = rules;
  if (!rule || more.length || component.hasProperty("rdate") || component.hasProperty("exdate")) return false;
  if (rule.freq !== "YEARLY" || rule.interval !== 1 || rule.count || rule.until || start.year > thisYear) return false;
  return Object.entries(rule.parts).every(([part, values]) => {
    const only = (values as unknown[]).length === 1 ? Number((values as unknown[])[0]) : null;
    return part === "BYMONTH" ? only === start.month : part === "BYMONTHDAY" && only === start.day;
  });
}

function occurrences(
  component: ICAL.Component,
  start: ICAL.Time,
  thisYear: number,
  steps: { left: number },
): ICAL.Time[] {
  const series = new ICAL.RecurExpansion({ component, dtstart: start });
  const found: ICAL.Time[] = [];
  while (steps.left-- > 0) {
    const next = series.next();
    if (!next || next.year >= thisYear + YEARS) return found;
    if (next.year >= thisYear - 1) found.push(dayOf(next));
  }
  throw new RangeError("too many occurrences to count");
}

function expand(starts: readonly ICAL.Time[], days: number): string[] {
  return starts.flatMap(({ year, month, day }) =>
    Array.from({ length: days }, (_, k) => new Date(Date.UTC(year, month - 1, day + k)).toISOString().slice(0, 10)),
  );
}
