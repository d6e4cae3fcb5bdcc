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

export type TimeStyle = "time" | "date" | "day" | "dateTime" | "dated" | "spoken" | "spokenZone" | "full" | "short";

const SPOKEN: Intl.DateTimeFormatOptions = {
  weekday: "long",
  day: "numeric",
  month: "long",
  hour: "2-digit",
  minute: "2-digit",
};

const STYLES: Record<Exclude<TimeStyle, "short">, Intl.DateTimeFormatOptions> = {
  time: { hour: "2-digit", minute: "2-digit" },
  date: { day: "numeric", month: "short", year: "numeric" },
  /** In full: "12 November 2026". */
  day: { day: "numeric", month: "long", year: "numeric" },
  dateTime: { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
  dated: { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" },
  /** In a sentence: "Monday 23 November at 08:00". */
  spoken: SPOKEN,
  spokenZone: { ...SPOKEN, timeZoneName: "short" },
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

const MEMORY = 10_000;
const said = new Map<string, string>();

/** A page says the same instants again and again; a look-up costs a tenth of Intl's work. */
function say(at: Date, style: string, options: Intl.DateTimeFormatOptions, locale: string, timeZone: string): string {
  const key = `${style} ${locale} ${timeZone} ${at.getTime()}`;
  let words = said.get(key);
  if (words === undefined) {
    words = formatter(locale, timeZone, style, options).format(at);
    if (said.size >= MEMORY) said.clear();
    said.set(key, words);
  }
  return words;
}

const DAY: Intl.DateTimeFormatOptions = { year: "numeric", month: "2-digit", day: "2-digit" };
const DAY_MONTH: Intl.DateTimeFormatOptions = { day: "numeric", month: "short" };
const MINUTE_MS = 60_000;

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
  if (style !== "short") return say(at, style, STYLES[style], locale, timeZone);
  const day = say(at, "number", DAY, "en", timeZone);
  // Days change on a minute, so that the present is asked once a minute.
  const today = say(new Date(now.getTime() - (now.getTime() % MINUTE_MS)), "number", DAY, "en", timeZone);
  if (day === today) return say(at, "time", STYLES.time, locale, timeZone);
  if (day.slice(-4) === today.slice(-4)) return say(at, "dayMonth", DAY_MONTH, locale, timeZone);
  return say(at, "date", STYLES.date, locale, timeZone);
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

/** An amount in minor units of a currency (ISO 4217) as money: 6750 of EUR is €67.50. */
export function formatMoney(amount: number, currency: string, locale: string): string {
  const format = new Intl.NumberFormat(locale === "en" ? "en-GB" : locale, { style: "currency", currency });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
