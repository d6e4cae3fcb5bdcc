import { localDay } from "./local-time";
import { readHoliday } from "./schema";
import type { StoredRules } from "./stored-rules";
import type { NamedHoliday } from "./typed-holidays";
import { DAY, isDate } from "./wall-clock";

const LEAP_YEARS_APART = 8;

/** The next days on which a calendar is closed by a holiday, each with its full date and its name. */
export function listNextHolidays({ timeZone, holidays, names }: StoredRules, now: Date, most: number): NamedHoliday[] {
  const today = new Date(localDay(timeZone, now.getTime() / 1000) * DAY * 1000).toISOString().slice(0, 10);
  const found = new Map<string, string>();
  for (const text of holidays) {
    const date = nextDate(text, today);
    if (date) found.set(date, found.get(date) || (names[text] ?? ""));
  }
  return [...found]
    .map(([date, name]) => ({ date, name }))
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .slice(0, most);
}

function nextDate(text: string, today: string): string | null {
  const holiday = readHoliday(text);
  if (!holiday) return null;
  if (holiday.year !== null) return text >= today ? text : null;
  const day = text.replace(/^--/, "");
  const thisYear = Number(today.slice(0, 4));
  for (let year = thisYear; year <= thisYear + LEAP_YEARS_APART; year++)
    if (isDate(year, holiday.month, holiday.day) && `${year}-${day}` >= today) return `${year}-${day}`;
  return null;
}
