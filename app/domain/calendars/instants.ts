const INSTANT =
  /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:[.,]\d{1,9})?)?(?:Z|([+-])([01]\d|2[0-3])(?::?([0-5]\d))?)$/i;

/** Reads an ISO 8601 instant with its offset ("2026-03-27T16:30:00+01:00", "…Z") at second grain; null for anything else. */
export function parseInstant(text: string): Date | null {
  const found = INSTANT.exec(text);
  if (!found) return null;
  const [, year, month, day, hour, minute, second, sign, offsetHours, offsetMinutes] = found;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return null;
  const east = (Number(offsetHours ?? 0) * 60 + Number(offsetMinutes ?? 0)) * (sign === "-" ? -1 : 1);
  return new Date(date.getTime() + ((Number(hour) * 60 + Number(minute) - east) * 60 + Number(second ?? 0)) * 1000);
}

/** "2026-03-30T07:30:00Z": an instant at second grain. */
export function formatInstant(at: Date): string {
  return `${at.toISOString().slice(0, -5)}Z`;
}
