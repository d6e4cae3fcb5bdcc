import { formatInstant } from "~/i18n/format";
import type { Translate } from "~/i18n/translate";
import { useI18n } from "~/i18n/use-t";
import type { ClockChange, TimeLine } from "./draw-time-line";

const formatters = new Map<string, Intl.DateTimeFormat>();

function format(at: Date, locale: string, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${locale} ${timeZone} ${JSON.stringify(options)}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    const all: Intl.DateTimeFormatOptions = { ...options, timeZone, hourCycle: "h23" };
    formatters.set(key, (formatter = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, all)));
  }
  return formatter.format(at);
}

/** What stands under a tick: the day, or weekday and time. */
export const tickText = (at: Date, { daily, timeZone, from, to }: TimeLine, locale: string): string =>
  format(
    at,
    locale,
    timeZone,
    daily
      ? { day: "numeric", month: "short", ...(to.getTime() - from.getTime() > 300 * 86_400_000 && { year: "2-digit" }) }
      : { weekday: "short", hour: "2-digit", minute: "2-digit" },
  );

/** How a clock change moves the hands, in words. */
export function changeWords({ by }: ClockChange, t: Translate): string {
  const minutes = Math.round(Math.abs(by) / 60);
  return t(by > 0 ? "sla:timeline.forward" : "sla:timeline.back", { minutes });
}

/**
 * A moment in the time line's own zone, to the second where that says more; with the offset when the clocks change on the
 * line, since an hour may come twice. The reader's own time is its title.
 */
export function ZoneTime({ at, line }: { at: Date; line: TimeLine }) {
  const { locale, timeZone } = useI18n();
  const exact = line.stretches.some(({ from, to }) => from.getTime() % 60_000 !== 0 || to.getTime() % 60_000 !== 0);
  const words = format(at, locale, line.timeZone, {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    ...(exact && { second: "2-digit" }),
    ...(line.changes.length > 0 && { timeZoneName: "shortOffset" }),
  });
  return (
    <time dateTime={at.toISOString()} title={formatInstant(at, "full", locale, timeZone)} suppressHydrationWarning>
      {words}
    </time>
  );
}

/** Seconds as h:mm:ss, as they add up. */
export function clockSpan(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const two = (n: number) => String(n).padStart(2, "0");
  return `${Math.floor(whole / 3_600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}
