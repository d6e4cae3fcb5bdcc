import { offsetsAround } from "~/domain/calendars/time-zone";
import { DAY, dayNumber, toInstant } from "~/domain/calendars/wall-clock";

/**
 * The period from the first to the last day ("YYYY-MM-DD", both included) as instants [startsAt, endsAt): from the
 * midnight the first day begins with to the midnight the last one ends with, on the clocks of the zone. A midnight that
 * the clock skips is the first instant of the day; a repeated one means its first pass.
 */
export function contractPeriod(startsOn: string, endsOn: string, timeZone: string): { startsAt: Date; endsAt: Date } {
  return { startsAt: midnight(dayOf(startsOn), timeZone), endsAt: midnight(dayOf(endsOn) + 1, timeZone) };
}

/** The day on which `at` falls in the zone, "YYYY-MM-DD". */
export function dayIn(timeZone: string, at: Date): string {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("sv-SE", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
    formats.set(timeZone, format);
  }
  return format.format(at);
}

/** By zone, of which there are a few hundred: making one costs a hundred times its use. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** The instant of a time of day ("HH:MM") on a day in the zone. */
export function instantOn(day: string, time: string, timeZone: string): Date {
  const seconds = Number(time.slice(0, 2)) * 3600 + Number(time.slice(3, 5)) * 60;
  return instantAt(dayOf(day) * DAY + seconds, timeZone);
}

function dayOf(text: string): number {
  return dayNumber(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)));
}

const midnight = (day: number, timeZone: string) => instantAt(day * DAY, timeZone);

function instantAt(local: number, timeZone: string): Date {
  const year = new Date(local * 1000).getUTCFullYear();
  return new Date(toInstant(offsetsAround(timeZone, year), local) * 1000);
}
