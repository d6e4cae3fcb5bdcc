const formats = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, timeZone: string, name: string, options: Intl.DateTimeFormatOptions) {
  const key = `${name} ${locale} ${timeZone}`;
  let format = formats.get(key);
  if (!format)
    formats.set(
      key,
      (format = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
        ...options,
        timeZone,
        hourCycle: "h23",
      })),
    );
  return format;
}

export type TimeStyle = "time" | "date" | "dateTime" | "full" | "short";

const STYLES: Record<Exclude<TimeStyle, "short">, Intl.DateTimeFormatOptions> = {
  time: { hour: "2-digit", minute: "2-digit" },
  date: { day: "numeric", month: "short", year: "numeric" },
  dateTime: { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
  full: {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  },
};

/**
 * An instant in the reader's language and zone. "short" is what a list shows: the time today, day and month within
 * this year, else with the year.
 */
export function formatInstant(
  at: Date,
  style: TimeStyle,
  locale: string,
  timeZone: string,
  now: Date = new Date(),
): string {
  if (style !== "short") return formatter(locale, timeZone, style, STYLES[style]).format(at);
  const day = (d: Date) =>
    formatter("en", timeZone, "day", { year: "numeric", month: "2-digit", day: "2-digit" }).format(d);
  if (day(at) === day(now)) return formatInstant(at, "time", locale, timeZone);
  const sameYear = day(at).slice(-4) === day(now).slice(-4);
  if (sameYear) return formatter(locale, timeZone, "dayMonth", { day: "numeric", month: "short" }).format(at);
  return formatInstant(at, "date", locale, timeZone);
}

/** Bytes as people read them: 214 kB, 1.2 MB. */
export function formatSize(bytes: number, locale: string): string {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
  const power = bytes < 1000 ? 0 : bytes < 1e6 ? 1 : bytes < 1e9 ? 2 : 3;
  const value = bytes / 1000 ** power;
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: units[power],
    unitDisplay: "short",
    maximumFractionDigits: value < 10 && power > 0 ? 1 : 0,
  }).format(value);
}
