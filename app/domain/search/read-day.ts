import { offsetsAround } from "~/domain/calendars/time-zone";
import { localDay } from "~/domain/calendars/local-time";
import { DAY, dayNumber, isDate, toInstant } from "~/domain/calendars/wall-clock";

/** Words for days that completion offers. */
export const DAY_WORDS = ["today", "yesterday", "7d", "30d", "90d"] as const;

const FURTHEST = 36_500;

/**
 * The instant at which a day begins in the zone: 2026-11-01, `today`, `yesterday`, or `7d` for the day seven days ago.
 * Null for anything else.
 */
export function readDay(text: string, timeZone: string, now: Date): Date | null {
  const word = text.trim().toLowerCase();
  const today = localDay(timeZone, now.getTime() / 1000);
  if (word === "today") return startOf(today, timeZone);
  if (word === "yesterday") return startOf(today - 1, timeZone);
  const ago = /^(\d{1,5})d$/.exec(word)?.[1];
  if (ago !== undefined) return Number(ago) <= FURTHEST ? startOf(today - Number(ago), timeZone) : null;
  const [, year, month, day] = (/^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(word) ?? []).map(Number);
  if (!year || !month || !day || !isDate(year, month, day)) return null;
  return startOf(dayNumber(year, month, day), timeZone);
}

function startOf(day: number, timeZone: string): Date {
  const year = new Date(day * DAY * 1000).getUTCFullYear();
  return new Date(toInstant(offsetsAround(timeZone, year), day * DAY) * 1000);
}
