export const SNOOZES = ["hours4", "tomorrow", "monday", "week"] as const;
export type SnoozeChoice = (typeof SNOOZES)[number];

const MORNING = 9;

/** The instant a choice means: four hours on, or nine in the morning of a day in the given zone. */
export function snoozeUntil(choice: SnoozeChoice, now: Date, timeZone: string): Date {
  if (choice === "hours4") return new Date(now.getTime() + 4 * 3_600_000);
  const today = wallClock(now, timeZone);
  const weekday = new Date(Date.UTC(today.year, today.month - 1, today.day)).getUTCDay();
  const days = choice === "tomorrow" ? 1 : choice === "week" ? 7 : (8 - weekday) % 7 || 7;
  return atHour(today.year, today.month, today.day + days, MORNING, timeZone);
}

function wallClock(at: Date, timeZone: string) {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(at);
  const get = (type: string) => Number(parts.find((p) => p.type === type)?.value);
  return {
    year: get("year"),
    month: get("month"),
    day: get("day"),
    hour: get("hour"),
    minute: get("minute"),
    second: get("second"),
  };
}

/** The instant of an hour on the clock there; two steps, since the first may land across a change of the clock. */
function atHour(year: number, month: number, day: number, hour: number, timeZone: string): Date {
  const wanted = Date.UTC(year, month - 1, day, hour);
  let instant = wanted;
  for (let i = 0; i < 2; i++) {
    const w = wallClock(new Date(instant), timeZone);
    instant += wanted - Date.UTC(w.year, w.month - 1, w.day, w.hour, w.minute, w.second);
  }
  return new Date(instant);
}
