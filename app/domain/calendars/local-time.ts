import { offsetsAround } from "./time-zone";
import { DAY } from "./wall-clock";

/** Seconds east of UTC in a zone at an instant (epoch seconds). */
export function offsetAt(timeZone: string, at: number): number {
  const { starts, offsets } = offsetsAround(timeZone, new Date(at * 1000).getUTCFullYear());
  let k = 0;
  while (k + 1 < starts.length && starts[k + 1]! <= at) k++;
  return offsets[k]!;
}

/** The date that a zone's clocks show, as days from 1970-01-01. */
export const localDay = (timeZone: string, at: number): number => Math.floor((at + offsetAt(timeZone, at)) / DAY);

/** "2026-12-25" of days from 1970-01-01. */
export const dateOf = (day: number): string => new Date(day * DAY * 1000).toISOString().slice(0, 10);

/** "08:30" of seconds from midnight; seconds are said only when there are some, 86,400 is "24:00". */
export function clockOf(seconds: number): string {
  const part = (value: number) => String(Math.floor(value)).padStart(2, "0");
  const minutes = `${part(seconds / 3600)}:${part((seconds / 60) % 60)}`;
  return seconds % 60 ? `${minutes}:${part(seconds % 60)}` : minutes;
}
