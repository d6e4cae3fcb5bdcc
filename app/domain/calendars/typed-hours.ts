import { secondsOf } from "./schema";

type Interval = [open: string, close: string];

const DASH = /[-–—−]/;
const TIME = /^(\d{1,2})(?:[:.](\d{2})(?:[:.](\d{2}))?)?$/;

/**
 * Reads "8–12, 14:00 - 18:00" as intervals; nothing at all is a closed day. What is no time is left as it stands, so that
 * the schema of calendars refuses it at its place.
 */
export function readTypedHours(text: string): Interval[] {
  return text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const [open = "", close = "", ...more] = part.split(DASH);
      return more.length ? [part, ""] : [inFull(open), inFull(close)];
    });
}

/** "08:00–12:00, 14:00–18:00": as people type and read it, in order. */
export function writeTypedHours(intervals: readonly (readonly [string, string])[] = []): string {
  return intervals
    .toSorted((a, b) => secondsOf(a[0]) - secondsOf(b[0]))
    .map(([open, close]) => `${open}–${close}`)
    .join(", ");
}

function inFull(text: string): string {
  const found = TIME.exec(text.trim());
  if (!found) return text.trim();
  const [, hour = "", minute = "00", second] = found;
  return [hour.padStart(2, "0"), minute, ...(second && second !== "00" ? [second] : [])].join(":");
}
