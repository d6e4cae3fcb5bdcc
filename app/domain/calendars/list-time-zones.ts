import { clockOf, offsetAt } from "./local-time";

export type TimeZoneChoice = { name: string; /** "+01:00" */ offset: string };

const names = [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone")])];
const MOMENT = 15 * 60;
let known: { at: number; zones: TimeZoneChoice[] } | undefined;

/** Every time zone with its present offset from UTC, by name. */
export function listTimeZones(now: Date): TimeZoneChoice[] {
  const at = Math.floor(now.getTime() / 1000 / MOMENT) * MOMENT;
  if (known?.at !== at) known = { at, zones: names.map((name) => ({ name, offset: signed(offsetAt(name, at)) })) };
  return known.zones;
}

const signed = (seconds: number) => `${seconds < 0 ? "−" : "+"}${clockOf(Math.abs(seconds))}`;
