import { compileYear, planWeek, type WeekPlan, type WorkingYear } from "./compile-year";
import type { CalendarRules, WeekHours } from "./schema";
import { offsetsAround } from "./time-zone";

/** The years that calendars answer for; instants outside are refused with a RangeError. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2499;

/** Compiles rules that passed `calendarRules`; a UTC year's intervals are laid out when they are first asked for. */
export function compileCalendar(rules: CalendarRules): CompiledCalendar {
  return new CompiledCalendar(rules.timeZone, rules.hours, planWeek(rules));
}

/** The working set of one version of a calendar: prefix sums per UTC year, searched by halving. Epoch seconds. */
export class CompiledCalendar {
  private readonly years = new Map<number, WorkingYear>();

  constructor(
    readonly timeZone: string,
    /** As the rules say them, for people to read. */
    readonly hours: WeekHours,
    private readonly plan: WeekPlan,
  ) {}

  /** Without opening hours no budget is ever reached. */
  get neverOpens(): boolean {
    return this.plan.weekdays.every((hours) => hours.length === 0);
  }

  /** Working seconds in [from, to); 0 when `to` is not after `from`. */
  worked(from: number, to: number): number {
    if (to <= from) return 0;
    const firstYear = yearOf(from);
    const lastYear = yearOf(to);
    let seconds = workedSinceNewYear(this.year(lastYear), to) - workedSinceNewYear(this.year(firstYear), from);
    for (let year = firstYear; year < lastYear; year++) seconds += this.year(year).total;
    return seconds;
  }

  /** The earliest instant up to `last` with `seconds` (over 0) of working time since `from`, or null. */
  advance(from: number, seconds: number, last: number): number | null {
    if (this.neverOpens) return null;
    let year = yearOf(from);
    let left = seconds + workedSinceNewYear(this.year(year), from);
    for (const lastYear = yearOf(last); left > this.year(year).total; year++) {
      if (year === lastYear) return null;
      left -= this.year(year).total;
    }
    const at = whenWorked(this.year(year), left);
    return at <= last ? at : null;
  }

  /** The working intervals that meet [from, to), cut to it, in order; one that runs over New Year comes in two parts. */
  *intervals(from: number, to: number): Generator<[from: number, to: number]> {
    if (to <= from) return;
    for (let year = yearOf(from); year <= yearOf(to - 1); year++) {
      const { starts, ends } = this.year(year);
      for (let k = Math.max(0, lastStart(starts, from)); k < starts.length && starts[k]! < to; k++) {
        if (ends[k]! > from) yield [Math.max(from, starts[k]!), Math.min(to, ends[k]!)];
      }
    }
  }

  private year(year: number): WorkingYear {
    let found = this.years.get(year);
    if (!found) this.years.set(year, (found = compileYear(this.plan, offsetsAround(this.timeZone, year), year)));
    return found;
  }
}

function yearOf(at: number): number {
  const year = new Date(at * 1000).getUTCFullYear();
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return year;
  throw new RangeError(`calendars know the years ${FIRST_YEAR} to ${LAST_YEAR}`);
}

function workedSinceNewYear({ starts, ends, worked }: WorkingYear, at: number): number {
  const k = lastStart(starts, at);
  return k < 0 ? 0 : worked[k]! - Math.max(0, ends[k]! - at);
}

/** The index of the last interval that starts at or before `at`, or -1. */
function lastStart(starts: readonly number[], at: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (starts[middle]! <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** When `seconds` (over 0, at most the total) have been worked: inside or at the end of an interval, never at a start. */
function whenWorked({ ends, worked }: WorkingYear, seconds: number): number {
  let low = 0;
  let high = worked.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (worked[middle]! >= seconds) high = middle;
    else low = middle + 1;
  }
  return ends[low]! - (worked[low]! - seconds);
}
