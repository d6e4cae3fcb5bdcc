import type { Translate } from "~/i18n/translate";

/** How urgent words are: over, due soon, neither. */
export type DueTone = "d" | "w" | "n";
export type DueText = { text: string; tone: DueTone };

/** What the words are made of. `state` is the status's name in the reader's language. */
export type DueFacts = {
  dueAt: Date | null;
  dueKind: string | null;
  dueWarnAt: Date | null;
  clockPaused: boolean;
  state: string;
};
/** Whose words: `t` has the strings of `locale`. */
export type Reader = { t: Translate; locale: string; timeZone: string };

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * A ticket's next due time in a few words, as of `now`: over, in minutes or hours within a day, else the moment in the
 * reader's zone. Null when nothing is due and no clock stands still.
 */
export function dueText(facts: DueFacts, now: number, { t, locale, timeZone }: Reader): DueText | null {
  const { dueAt, dueKind, dueWarnAt, clockPaused, state } = facts;
  if (!dueAt || !dueKind) return clockPaused ? { text: t("sla:due.paused", { state }), tone: "n" } : null;
  const left = dueAt.getTime() - now;
  // At the due instant itself it is still in time.
  if (left < 0) {
    const minutes = Math.max(1, Math.floor(-left / MINUTE));
    return { text: t(`sla:due.over.${dueKind}`, { time: spanText(minutes, t) }), tone: "d" };
  }
  const tone = dueWarnAt && now >= dueWarnAt.getTime() ? "w" : "n";
  if (left > DAY) return { text: t(`sla:due.at.${dueKind}`, { at: momentText(dueAt, now, locale, timeZone) }), tone };
  const minutes = Math.max(1, Math.ceil(left / MINUTE));
  return { text: t(`sla:due.in.${dueKind}`, { time: spanText(minutes, t) }), tone };
}

/** Minutes of a wall clock: 41 min, 3 h 10 min, and whole days from the second day on. */
export function spanText(minutes: number, t: Translate): string {
  return minutes < 2 * 24 * 60 ? hoursText(minutes, t) : t("sla:due.days", { count: Math.floor(minutes / (24 * 60)) });
}

/** Minutes of working time, whose days are no days: 41 min, 1 h 04 min, 40 h. */
export function hoursText(minutes: number, t: Translate): string {
  const h = Math.floor(minutes / 60);
  const m = minutes % 60;
  if (h === 0) return t("sla:due.minutes", { m });
  return m === 0 ? t("sla:due.hours", { h }) : t("sla:due.hoursMinutes", { h, m: String(m).padStart(2, "0") });
}

/** A moment more than a day away: weekday and time within six days, day and month within the year, else the date. */
export function momentText(at: Date, now: number, locale: string, timeZone: string): string {
  const away = Math.abs(at.getTime() - now);
  return formatter(locale, timeZone, away < 6 * DAY ? "week" : away < 300 * DAY ? "year" : "far").format(at);
}

const STYLES = {
  week: { weekday: "short", hour: "2-digit", minute: "2-digit" },
  year: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
  far: { day: "numeric", month: "short", year: "numeric" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formatters = new Map<string, Intl.DateTimeFormat>();
function formatter(locale: string, timeZone: string, style: keyof typeof STYLES): Intl.DateTimeFormat {
  const key = `${style} ${locale} ${timeZone}`;
  const options: Intl.DateTimeFormatOptions = { ...STYLES[style], timeZone, hourCycle: "h23" };
  let format = formatters.get(key);
  if (!format) formatters.set(key, (format = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, options)));
  return format;
}
