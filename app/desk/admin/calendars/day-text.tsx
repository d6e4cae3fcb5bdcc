import { useI18n } from "~/i18n/use-t";

const STYLES = {
  weekday: { weekday: "long" },
  short: { weekday: "short", day: "numeric", month: "short" },
  full: { weekday: "short", day: "numeric", month: "long", year: "numeric" },
  yearly: { day: "numeric", month: "long" },
} as const;

/** A day of the calendar in the reader's language, without a time zone; "12-25" is said without weekday and year. */
export function DayText({ date, look = "full" }: { date: string; look?: keyof typeof STYLES }) {
  const { locale } = useI18n();
  const yearly = date.length === 5;
  const format = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
    ...STYLES[yearly ? "yearly" : look],
    timeZone: "UTC",
  });
  const words = format.format(new Date(`${yearly ? `2028-${date}` : date}T00:00:00Z`));
  // The server's words stand where the browser's calendar data would differ.
  return yearly ? (
    <span suppressHydrationWarning>{words}</span>
  ) : (
    <time
      dateTime={date}
      className={look === "weekday" ? "inline-block first-letter:uppercase" : undefined}
      suppressHydrationWarning
    >
      {words}
    </time>
  );
}
