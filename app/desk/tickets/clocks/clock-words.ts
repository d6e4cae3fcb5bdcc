import type { ClockView } from "~/domain/sla/views";
import { formatInstant } from "~/i18n/format";
import { hoursWords } from "./hours-words";
import { hoursText, momentText, type Reader, spanText } from "../due-text";

export type ClockTone = "ok" | "warn" | "danger" | "neutral";
/** `share` of the budget that is used, at most 1. */
export type ClockWords = { label: string; text: string; tone: ClockTone; share: number };

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const minutesOf = (seconds: number) => Math.max(0, Math.floor(seconds / 60));
const upMinutesOf = (seconds: number) => Math.max(0, Math.ceil(seconds / 60));

/** One line of the service-level card: which clock, how it stands, how urgent that is. `now` in milliseconds. */
export function clockWords(clock: ClockView, now: number, { t, locale, timeZone }: Reader): ClockWords {
  const { state, kind, dueAt, warnAt, usedSeconds, budgetSeconds } = clock;
  const name = t(`sla:clock.${kind}`);
  const share = Math.min(1, usedSeconds / budgetSeconds);
  const say = (text: string, tone: ClockTone, label = name) => ({ label, text, tone, share });
  if (state === "met") return say(t("sla:clock.metIn", { time: hoursText(upMinutesOf(usedSeconds), t) }), "ok");
  if (state === "missed")
    return say(
      t("sla:clock.late", { time: hoursText(Math.max(1, minutesOf(usedSeconds - budgetSeconds)), t) }),
      "danger",
    );
  if (state === "cancelled") return say(t("sla:clock.cancelled"), "neutral");
  if (state === "paused")
    return say(t("sla:clock.pausedLeft", { time: hoursText(minutesOf(budgetSeconds - usedSeconds), t) }), "neutral");
  if (!dueAt) return say(t("sla:clock.never"), "neutral");
  const left = dueAt.getTime() - now;
  const label = t("sla:clock.dueAt", { name, at: shortMoment(dueAt, now, locale, timeZone) });
  if (left < 0) {
    const time = spanText(Math.max(1, Math.floor(-left / MINUTE)), t);
    return { label, text: t("sla:clock.over", { time }), tone: "danger", share: 1 };
  }
  const tone = warnAt && now >= warnAt.getTime() ? "warn" : "neutral";
  if (left > DAY) return say(momentText(dueAt, now, locale, timeZone), tone);
  return say(t("sla:clock.left", { time: spanText(Math.max(1, Math.ceil(left / MINUTE)), t) }), tone, label);
}

/** What the clocks go by beside themselves. */
export type ClockTerms = { priority: string; contract: string | null };

/** Which policy and hours the clocks run by, how long they stood still, and when they stop next, in short sentences. */
export function whyWords(clocks: readonly ClockView[], now: number, reader: Reader, terms: ClockTerms): string {
  const { t, locale } = reader;
  const [first] = clocks;
  if (!first) return "";
  const hours = clocks.find((clock) => clock.calendar)?.calendar;
  const paused = Math.max(...clocks.map((clock) => clock.pausedSeconds));
  const running = clocks.filter((clock) => clock.state === "running" || clock.state === "breached");
  const closesAt = running.map((clock) => clock.closesAt).find((at) => at !== null);
  return [
    terms.contract && terms.contract !== first.policy.name
      ? t("sla:clock.byContract", { contract: terms.contract, policy: first.policy.name, priority: terms.priority })
      : t("sla:clock.by", { policy: first.policy.name, priority: terms.priority }),
    hours
      ? t("sla:clock.hours", { hours: hoursWords(hours.hours, locale) ?? hours.name, zone: zoneName(hours.timeZone) })
      : t("sla:clock.dayAndNight"),
    paused >= 60 ? t("sla:clock.pausedFor", { time: hoursText(minutesOf(paused), t) }) : "",
    closesAt && closesAt.getTime() > now ? nextPause(closesAt, now, reader) : "",
  ]
    .filter(Boolean)
    .join(" ");
}

/** The clock of each kind that matters now: the running one, else the latest that was not called off. */
export function currentClocks(clocks: readonly ClockView[]): ClockView[] {
  const kinds = ["first_reply", "next_reply", "resolution"] as const;
  return kinds.flatMap((kind) => clocks.find((clock) => clock.kind === kind && clock.state !== "cancelled") ?? []);
}

/** A zone by its city: Europe/Rome is Rome. */
export const zoneName = (timeZone: string): string => (timeZone.split("/").pop() ?? timeZone).replaceAll("_", " ");

const EVENING = "17";

function nextPause(at: Date, now: number, { t, locale, timeZone }: Reader): string {
  if (!isSameDay(at, now, timeZone)) return t("sla:clock.nextPause", { at: momentText(at, now, locale, timeZone) });
  const time = formatInstant(at, "time", locale, timeZone);
  return t(time.slice(0, 2) >= EVENING ? "sla:clock.nextPauseTonight" : "sla:clock.nextPauseToday", { time });
}

const shortMoment = (at: Date, now: number, locale: string, timeZone: string) =>
  isSameDay(at, now, timeZone) ? formatInstant(at, "time", locale, timeZone) : momentText(at, now, locale, timeZone);

function isSameDay(at: Date, now: number, timeZone: string): boolean {
  const day = (instant: Date) => formatInstant(instant, "date", "en", timeZone);
  return day(at) === day(new Date(now));
}
