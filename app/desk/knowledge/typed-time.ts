import { clockOf, dateOf, localDay, offsetAt } from "~/domain/calendars/local-time";
import { offsetsAround } from "~/domain/calendars/time-zone";
import { DAY, dayNumber, isDate, toInstant } from "~/domain/calendars/wall-clock";

const TYPED = /^(\d{4})-(\d\d)-(\d\d)(?:T([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?)?$/;

/** The instant of "2026-12-01T09:00" (or of a day's beginning, "2026-12-01") on a zone's clocks; null for anything else. */
export function readTypedTime(typed: string, timeZone: string): Date | null {
  const [, year, month, day, hour = "0", minute = "0"] = TYPED.exec(typed) ?? [];
  if (!isDate(Number(year), Number(month), Number(day))) return null;
  const local = dayNumber(Number(year), Number(month), Number(day)) * DAY + Number(hour) * 3600 + Number(minute) * 60;
  return new Date(toInstant(offsetsAround(timeZone, Number(year)), local) * 1000);
}

/** "2026-12-01T09:00" on a zone's clocks. */
export function showTypedTime(at: Date, timeZone: string): string {
  const seconds = Math.floor(at.getTime() / 60_000) * 60;
  const day = localDay(timeZone, seconds);
  return `${dateOf(day)}T${clockOf(seconds + offsetAt(timeZone, seconds) - day * DAY)}`;
}

/** "2026-12-01" on a zone's clocks. */
export const showTypedDay = (at: Date, timeZone: string): string => showTypedTime(at, timeZone).slice(0, 10);
