import { compileCalendar, type CompiledCalendar } from "./compile-calendar";
import type { CalendarRules } from "./schema";

/** A year of a busy calendar takes about 15 kB; twelve years of 200 calendars stay under 40 MB. */
const KEPT = 200;
const kept = new Map<string, CompiledCalendar>();

/** The compiled calendar of a key that never changes its meaning (the id of a version); the least recent ones are forgotten. */
export function rememberCalendar(key: string, rules: () => CalendarRules): CompiledCalendar {
  const calendar = kept.get(key) ?? compileCalendar(rules());
  kept.delete(key);
  kept.set(key, calendar);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
  return calendar;
}
