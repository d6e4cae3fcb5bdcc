import { parseDuration } from "~/lib/duration";

export const MAX_ENTRY_SECONDS = 24 * 3_600;

/**
 * Seconds of time spent as typed: "1:30" in hours and minutes, or with units as in "1h 30m", "90m", "1,5 ore". From one
 * second to a day; anything else is null.
 */
export function readTimeSpent(text: string): number | null {
  const clock = /^(\d{1,2}):([0-5]\d)$/.exec(text.trim());
  const parsed = clock
    ? { seconds: Number(clock[1]) * 3_600 + Number(clock[2]) * 60 }
    : parseDuration(text, { days: false });
  if (!("seconds" in parsed)) return null;
  return parsed.seconds >= 1 && parsed.seconds <= MAX_ENTRY_SECONDS ? parsed.seconds : null;
}

/** "1:30", rounded to minutes, the least one: as the form shows it again. */
export function writeTimeSpent(seconds: number): string {
  const minutes = seconds > 0 ? Math.max(1, Math.round(seconds / 60)) : 0;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

/** What time costs at an hourly rate, both in minor units: rounded half up, each entry on its own. */
export const costOf = (rate: number, seconds: number): number => Math.floor((2 * rate * seconds + 3_600) / 7_200);
