import { WEEKDAYS, type WeekHours } from "~/domain/calendars/schema";

/** More than these lines of hours are no sentence any more. */
const READABLE = 3;
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** Opening hours in a few words, "Mon–Fri 08:00–18:00"; null when they differ from day to day too much for that. */
export function hoursWords(hours: WeekHours, locale: string): string | null {
  const runs: { from: number; to: number; open: string }[] = [];
  WEEKDAYS.forEach((weekday, day) => {
    const open = (hours[weekday] ?? []).map(([opens, closes]) => `${opens}–${closes}`).join(", ");
    const last = runs.at(-1);
    if (last?.open === open) last.to = day;
    else runs.push({ from: day, to: day, open });
  });
  const open = runs.filter((run) => run.open);
  if (!open.length || open.length > READABLE) return null;
  const name = (weekday: number) => dayNames(locale)[weekday] ?? "";
  const words = open.map(({ from, to, open }) => `${name(from)}${from === to ? "" : `–${name(to)}`} ${open}`);
  const [first = "", ...rest] = words;
  return [first.charAt(0).toLocaleUpperCase(locale) + first.slice(1), ...rest].join("; ");
}

const namesByLocale = new Map<string, string[]>();

/** Short names of the days from Monday on; making a format costs a hundred times its use. */
function dayNames(locale: string): string[] {
  const known = namesByLocale.get(locale);
  if (known) return known;
  const day = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, { weekday: "short", timeZone: "UTC" });
  const names = WEEKDAYS.map((_, weekday) => day.format(MONDAY + weekday * DAY_MS));
  namesByLocale.set(locale, names);
  return names;
}
