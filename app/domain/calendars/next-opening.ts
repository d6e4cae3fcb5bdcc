import type { CompiledCalendar } from "./compile-calendar";
import { deadline } from "./deadline";

/** The earliest working second from `at` on (`at` itself while open); null when the calendar stays closed for 12 years. */
export function nextOpening(calendar: CompiledCalendar, at: Date): Date | null {
  const firstWorked = deadline(calendar, at, 1);
  return firstWorked && new Date(firstWorked.getTime() - 1000);
}
