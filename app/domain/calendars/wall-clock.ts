import type { ZoneYear } from "./time-zone";

/** Seconds of a day on a clock that is never changed. */
export const DAY = 86_400;

/** Days from 1970-01-01 to a date; month counts from 1. */
export function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / (DAY * 1000);
}

/** Whether the calendar has this date; month counts from 1. */
export function isDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/**
 * The instant (epoch seconds) at which clocks show `local` (seconds from 1970-01-01T00:00 on the wall). A time that the
 * clock skips moves forward by the gap, a repeated one means its first pass: RFC 5545 3.3.5, Temporal `compatible`.
 */
export function toInstant({ starts, offsets }: ZoneYear, local: number): number {
  let previous = offsets[0]!;
  for (let k = 0; k < offsets.length; k++) {
    const offset = offsets[k]!;
    const at = local - offset;
    if (at < (starts[k + 1] ?? Infinity)) return at >= starts[k]! ? at : local - previous;
    previous = offset;
  }
  throw new RangeError("offsets end in infinity");
}
