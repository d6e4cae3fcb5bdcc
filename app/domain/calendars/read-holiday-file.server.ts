import ICAL from "ical.js";
import { invalid } from "~/lib/errors";
import { decodeCalendarText } from "./internal/decode-calendar-text";
import { listEventDays, type HolidayEvent } from "./internal/list-event-days";
import { LONGEST_HOLIDAY_NAME } from "./stored-rules";
import type { NamedHoliday } from "./typed-holidays";

export const LARGEST_HOLIDAY_FILE = 1_000_000;
const MOST_DAYS = 10_000;
const MOST_OCCURRENCES = 200_000;

export type HolidayFile = {
  /** yearly ones first, then by date, each once */
  holidays: NamedHoliday[];
  /** events left out: at a time of day; before this year; that cannot be read; cancelled */
  timed: number;
  past: number;
  unreadable: number;
  cancelled: number;
};

/**
 * The whole-day events of an iCalendar file (RFC 5545) as holidays: those that come every year on their date as "MM-DD",
 * other repetitions as dates from `thisYear` for five years. A file that is no calendar, is larger than 1 MB or holds no
 * whole day is refused at the field `ics`.
 */
export function readHolidayFile(bytes: Uint8Array, thisYear: number): HolidayFile {
  if (bytes.byteLength > LARGEST_HOLIDAY_FILE) throw refused("tooLarge");
  const text = decodeCalendarText(bytes);
  if (!/BEGIN:VCALENDAR/i.test(text)) throw refused("notCalendar");
  const events = readEvents(text);
  const file = { holidays: [] as NamedHoliday[], timed: 0, past: 0, unreadable: 0, cancelled: 0 };
  const moved = new Set(events.flatMap(({ overrides }) => overrides ?? []));
  const steps = { left: MOST_OCCURRENCES };
  const found = new Map<string, string>();
  for (const event of events) {
    const days = listEventDays(event, thisYear, moved, steps);
    if (typeof days === "string") file[days]++;
    else for (const date of days) found.set(date, found.get(date) || nameOf(event));
    if (found.size > MOST_DAYS) throw refused("tooMany");
  }
  if (!found.size) throw refused(file.timed + file.past + file.unreadable + file.cancelled ? "noWholeDays" : "empty");
  for (const [date, name] of found) if (date.length > 5 && found.has(date.slice(5)) && found.get(date.slice(5)) === name) found.delete(date); // prettier-ignore
  file.holidays = [...found].map(([date, name]) => ({ date, name })).sort(byDate);
  return file;
}

function readEvents(text: string): HolidayEvent[] {
  try {
    const parsed = ICAL.parse(text) as unknown[];
    const calendars = (typeof parsed[0] === "string" ? [parsed] : parsed) as unknown[][];
    return calendars
      .map((calendar) => new ICAL.Component(calendar))
      .filter(({ name }) => name === "vcalendar")
      .flatMap((calendar) => calendar.getAllSubcomponents("vevent"))
      .map((component) => ({ component, overrides: overriddenDay(component) }));
  } catch {
    throw refused("brokenCalendar");
  }
}

/** The day of a series that this event stands in for. */
function overriddenDay(component: ICAL.Component): string | null {
  const day = component.getFirstPropertyValue("recurrence-id");
  return day instanceof ICAL.Time
    ? `${String(component.getFirstPropertyValue("uid"))} ${day.toString().slice(0, 10)}`
    : null;
}

function nameOf({ component }: HolidayEvent): string {
  const summary = component.getFirstPropertyValue("summary");
  return typeof summary === "string" ? summary.replace(/\s+/g, " ").trim().slice(0, LONGEST_HOLIDAY_NAME) : "";
}

const byDate = (a: NamedHoliday, b: NamedHoliday) =>
  a.date.length - b.date.length || (a.date < b.date ? -1 : a.date > b.date ? 1 : 0);

const refused = (code: string) => invalid("common:error.checkFields", { ics: `calendars:ics.${code}` });
