import { offsetsAround } from "~/domain/calendars/time-zone";
import { clockOf, dateOf, localDay, offsetAt } from "~/domain/calendars/local-time";
import { DAY, dayNumber, isDate, toInstant } from "~/domain/calendars/wall-clock";
import { invalid } from "~/lib/errors";
import type { AbsenceForm } from "./absence-schema";

type Typed = Pick<AbsenceForm, "firstDay" | "fromTime" | "lastDay" | "untilTime">;

const YEARS_AHEAD = 5;

/** The instants [from, to) of an absence typed on the clocks of a zone; one that is over, or never begins, is refused. */
export function readPeriod(typed: Typed, timeZone: string, now: Date): { from: Date; to: Date } {
  const from = instant(typed.firstDay, typed.fromTime, 0, timeZone, "firstDay");
  const to = instant(typed.lastDay, typed.untilTime, 1, timeZone, "lastDay");
  const refused = (field: string, key: string) => invalid("common:error.checkFields", { [field]: key });
  if (to <= from) throw refused("lastDay", "agents:error.absenceOrder");
  if (to <= now) throw refused("lastDay", "agents:error.absenceOver");
  if (to.getUTCFullYear() > now.getUTCFullYear() + YEARS_AHEAD) throw refused("lastDay", "agents:error.absenceFar");
  return { from, to };
}

/** The same as it was typed: times only where the day is not whole. */
export function showPeriod({ from, to }: { from: Date; to: Date }, timeZone: string): Typed {
  const first = wall(from, timeZone);
  const last = wall(to, timeZone);
  const whole = last.seconds === 0;
  return {
    firstDay: dateOf(first.day),
    fromTime: first.seconds === 0 ? null : clockOf(first.seconds),
    lastDay: dateOf(whole ? last.day - 1 : last.day),
    untilTime: whole ? null : clockOf(last.seconds),
  };
}

function instant(date: string, time: string | null, daysLater: number, timeZone: string, field: string): Date {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  if (!isDate(year, month, day)) throw invalid("common:error.checkFields", { [field]: "agents:error.day" });
  const [hours = 0, minutes = 0] = (time ?? "").split(":").map(Number);
  const local = (dayNumber(year, month, day) + (time ? 0 : daysLater)) * DAY + hours * 3600 + minutes * 60;
  return new Date(toInstant(offsetsAround(timeZone, year), local) * 1000);
}

function wall(at: Date, timeZone: string): { day: number; seconds: number } {
  const seconds = at.getTime() / 1000;
  const day = localDay(timeZone, seconds);
  return { day, seconds: seconds + offsetAt(timeZone, seconds) - day * DAY };
}
