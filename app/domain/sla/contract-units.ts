export const CONTRACT_UNITS = ["unlimited", "hours", "tickets"] as const;

const HOUR = 3_600;

/** Seconds of an amount of hours as typed, "40", "37,5" or "12:30"; null for anything else. */
export function readHours(text: string): number | null {
  const clock = /^(\d{1,6}):([0-5]\d)$/.exec(text.trim());
  if (clock) return Number(clock[1]) * HOUR + Number(clock[2]) * 60;
  return /^\d{1,6}(?:[.,]\d{1,2})?$/.test(text.trim())
    ? Math.round(Number(text.trim().replace(",", ".")) * HOUR)
    : null;
}

/** Hours as `readHours` takes them: "40", or "12:30" when there are minutes. */
export function writeHours(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  const rest = minutes % 60;
  return rest ? `${Math.floor(minutes / 60)}:${String(rest).padStart(2, "0")}` : String(minutes / 60);
}
