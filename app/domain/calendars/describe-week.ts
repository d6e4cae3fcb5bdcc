import { compileCalendar } from "./compile-calendar";
import { isWorking } from "./is-working";
import { clockOf, dateOf, localDay, offsetAt } from "./local-time";
import { nextOpening } from "./next-opening";
import type { StoredRules } from "./stored-rules";
import { offsetsAround } from "./time-zone";
import { DAY, toInstant } from "./wall-clock";

/** Open from one second of the day to another, on its own clocks. */
export type OpenBar = { from: number; to: number; words: string };
export type WeekDay = { date: string; today: boolean; holiday: string | null; bars: OpenBar[] };
export type WeekView = {
  days: WeekDay[];
  openNow: boolean;
  /** of the present stretch, or of the next */ changes: Date | null;
};

const MONDAY = 4; // 1970-01-05

/** The week that `now` lies in, from Monday on the calendar's own clocks, and whether it is open now. */
export function describeWeek(rules: StoredRules, now: Date): WeekView {
  const calendar = compileCalendar(rules);
  const today = localDay(rules.timeZone, now.getTime() / 1000);
  const monday = today - ((((today - MONDAY) % 7) + 7) % 7);
  const openNow = isWorking(calendar, now);
  const days = Array.from({ length: 7 }, (_, i): WeekDay => {
    const day = monday + i;
    const [from, to] = [midnight(rules.timeZone, day), midnight(rules.timeZone, day + 1)];
    const bars = [...calendar.intervals(from, to)].map(([opens, closes]) => bar(rules.timeZone, day, opens, closes));
    return { date: dateOf(day), today: day === today, holiday: holidayOn(rules, dateOf(day)), bars: joined(bars) };
  });
  return { days, openNow, changes: openNow ? closing(calendar, now) : nextOpening(calendar, now) };
}

const midnight = (timeZone: string, day: number) =>
  toInstant(offsetsAround(timeZone, new Date(day * DAY * 1000).getUTCFullYear()), day * DAY);

function bar(timeZone: string, day: number, opens: number, closes: number): OpenBar {
  const from = Math.max(0, opens + offsetAt(timeZone, opens) - day * DAY);
  const to = Math.min(DAY, closes + offsetAt(timeZone, closes - 1) - day * DAY);
  return { from, to, words: `${clockOf(from)}–${clockOf(to)}` };
}

/** New Year in UTC cuts an interval in two. */
function joined(bars: OpenBar[]): OpenBar[] {
  return bars.reduce<OpenBar[]>((kept, next) => {
    const last = kept.at(-1);
    if (last?.to !== next.from) return [...kept, next];
    return [...kept.slice(0, -1), { from: last.from, to: next.to, words: `${clockOf(last.from)}–${clockOf(next.to)}` }];
  }, []);
}

/** The name of the day's holiday, "" for one without, null on other days. */
function holidayOn({ holidays, names }: StoredRules, date: string): string | null {
  const found = holidays.filter((text) => text === date || text.replace(/^--/, "") === date.slice(5));
  return found.length ? (found.map((text) => names[text]).find(Boolean) ?? "") : null;
}

const CLOSING_WITHIN = 8 * DAY;

/** When the present stretch ends; null when that is more than a week away. */
function closing(calendar: ReturnType<typeof compileCalendar>, now: Date): Date | null {
  const at = Math.floor(now.getTime() / 1000);
  let end = at;
  for (const [from, to] of calendar.intervals(at, at + CLOSING_WITHIN)) {
    if (from > end) break;
    end = to;
  }
  return end >= at + CLOSING_WITHIN ? null : new Date(end * 1000);
}
