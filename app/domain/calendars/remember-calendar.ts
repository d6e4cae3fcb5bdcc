import { compileCalendar, type CompiledCalendar } from "./compile-calendar";
import type { CalendarRules } from "./schema";

/**
 * As many as a company of 500 agents with hours of their own has. A year of a busy calendar takes about 15 kB, and most
 * are asked for one or two years alone.
 */
const KEPT = 800;
const kept = new Map<string, CompiledCalendar>();

/** The compiled calendar of a key that never changes its meaning (the id of a version); the least recent ones are forgotten. */
export function rememberCalendar(key: string, rules: () => CalendarRules): CompiledCalendar {
  const calendar = kept.get(key) ?? compileCalendar(rules());
  kept.delete(key);
  kept.set(key, calendar);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
  return calendar;
}

/** Whether the calendar of this key is at hand, so that its rules need not be read. */
export const isRemembered = (key: string): boolean => kept.has(key);
