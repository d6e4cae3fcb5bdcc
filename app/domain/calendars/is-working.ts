import type { CompiledCalendar } from "./compile-calendar";
import { toSeconds } from "./pauses";

/** Whether the calendar is open in the second of `at`. */
export function isWorking(calendar: CompiledCalendar, at: Date): boolean {
  return calendar.worked(toSeconds(at), toSeconds(at) + 1) === 1;
}
