import { LONGEST_HOLIDAY_NAME } from "./stored-rules";
import { readHoliday } from "./schema";

export type NamedHoliday = { date: string; name: string };

const LINE = /^(\S+)(?:\s+(.*))?$/s;
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})?$/;

/**
 * Reads one holiday a line, "2026-12-25 Christmas" or "12-25 Christmas" for every year (25.12.2026 and 25.12. as well);
 * a date that comes twice counts once, with its first name. `wrong` is the number of the first line that is none.
 */
export function readTypedHolidays(text: string): { holidays: NamedHoliday[]; wrong: number | null } {
  const found = new Map<string, string>();
  let wrong: number | null = null;
  text.split(/\r?\n/).forEach((line, index) => {
    const [, typed = "", name = ""] = LINE.exec(line.trim()) ?? [];
    if (!typed) return;
    const date = inFull(typed);
    if (!readHoliday(date)) wrong ??= index + 1;
    else found.set(date, found.get(date) || name.trim().slice(0, LONGEST_HOLIDAY_NAME));
  });
  return { holidays: [...found].map(([date, name]) => ({ date, name })).sort(byDate), wrong };
}

/** A line for each, yearly ones first, then by date. */
export function writeTypedHolidays(dates: readonly string[], names: Readonly<Record<string, string>> = {}): string {
  return dates
    .map((date) => ({ date: inFull(date), name: names[date] ?? "" }))
    .sort(byDate)
    .map(({ date, name }) => (name ? `${date} ${name}` : date))
    .join("\n");
}

const byDate = (a: NamedHoliday, b: NamedHoliday) =>
  a.date.length - b.date.length || (a.date < b.date ? -1 : a.date > b.date ? 1 : 0);

/** "--12-25" of vCard and "25.12." mean "12-25". */
function inFull(typed: string): string {
  const [, day, month, year] = DOTTED.exec(typed) ?? [];
  if (!day || !month) return typed.startsWith("--") ? typed.slice(2) : typed;
  const date = `${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return year ? `${year}-${date}` : date;
}
