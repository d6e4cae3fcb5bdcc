import { LAST_YEAR, type CompiledCalendar } from "./compile-calendar";
import { mergePauses, toDate, toSeconds, type Pause } from "./pauses";

/** How far ahead a budget is looked for. */
export const HORIZON_YEARS = 12;

const LAST_SECOND = Date.UTC(LAST_YEAR + 1, 0, 1) / 1000 - 1;

/**
 * The earliest instant at which `elapsed(calendar, start, at, pauses)` is `seconds` (a whole number from 0): the end of the
 * morning, not the start of the afternoon, and `start` for 0. Null when that is not within 12 years. `start` counts from
 * its whole second.
 */
export function deadline(
  calendar: CompiledCalendar,
  start: Date,
  seconds: number,
  pauses: readonly Pause[] = [],
): Date | null {
  let at = toSeconds(start);
  if (seconds <= 0) return toDate(at);
  const last = Math.min(yearsAfter(at, HORIZON_YEARS), LAST_SECOND);
  let left = seconds;
  for (const [from, to] of pauses.length ? mergePauses(pauses) : []) {
    if (to <= at) continue;
    if (from >= last) break;
    const worked = calendar.worked(at, from);
    if (worked >= left) break;
    left -= worked;
    at = to;
    if (at >= last) return null;
  }
  const reached = calendar.advance(at, left, last);
  return reached === null ? null : toDate(reached);
}

function yearsAfter(at: number, years: number): number {
  const date = toDate(at);
  return date.setUTCFullYear(date.getUTCFullYear() + years) / 1000;
}
