import { describe, expect, test } from "vitest";
import type { ClockView } from "~/domain/sla/views";
import { LOCALES } from "~/i18n/config";
import { translator } from "~/i18n/t.server";
import { WEEKDAYS } from "~/domain/calendars/schema";
import { clockWords, currentClocks, whyWords } from "./clock-words";
import { hoursWords } from "./hours-words";

const NOW = Date.parse("2026-11-20T10:54:00Z");
const reader = { t: translator("en"), locale: "en", timeZone: "Europe/Rome" };

const DAY: [string, string][] = [["08:00", "18:00"]];
const office = { mon: DAY, tue: DAY, wed: DAY, thu: DAY, fri: DAY };

const clock = (over: Partial<ClockView> = {}): ClockView => ({
  id: "c",
  kind: "next_reply",
  cycle: 1,
  state: "running",
  priority: "high",
  clock: "working",
  policy: { id: "p", name: "Gold", version: 3 },
  calendar: { id: "k", name: "Office hours", timeZone: "Europe/Rome", hours: office },
  startedAt: new Date("2026-11-20T09:35:00Z"),
  dueAt: new Date("2026-11-20T11:35:00Z"),
  warnAt: new Date("2026-11-20T11:05:00Z"),
  metAt: null,
  breachedAt: null,
  budgetSeconds: 7_200,
  usedSeconds: 4_740,
  pausedSeconds: 0,
  closesAt: null,
  ...over,
});

describe("the design's words", () => {
  test.each([
    ["running", clock(), "Next reply, 12:35", "41 min left", "neutral"],
    ["due soon", clock({ warnAt: new Date(NOW) }), "Next reply, 12:35", "41 min left", "warn"],
    ["met", clock({ kind: "first_reply", state: "met", usedSeconds: 1_140 }), "First reply", "met in 19 min", "ok"],
    [
      "far away",
      clock({ kind: "resolution", dueAt: new Date("2026-11-23T07:16:00Z") }),
      "Resolution",
      "Mon 08:16",
      "neutral",
    ],
    [
      "over",
      clock({ state: "breached", dueAt: new Date("2026-11-20T10:36:00Z") }),
      "Next reply, 11:36",
      "18 min over",
      "danger",
    ],
    ["missed", clock({ state: "missed", usedSeconds: 7_980 }), "Next reply", "done 13 min late", "danger"],
    ["paused", clock({ state: "paused", dueAt: null }), "Next reply", "paused, 41 min left", "neutral"],
    ["never", clock({ dueAt: null }), "Next reply", "no hours to count", "neutral"],
  ])("%s", (_, given, label, text, tone) =>
    expect(clockWords(given, NOW, reader)).toMatchObject({ label, text, tone }),
  );

  test("the sentence below", () => {
    const clocks = [clock({ pausedSeconds: 3_840, closesAt: new Date("2026-11-20T17:00:00Z") })];
    expect(whyWords(clocks, NOW, reader, { priority: "P2", contract: null })).toBe(
      "Gold, P2. Mon–Fri 08:00–18:00, Rome time. Paused for 1 h 04 min so far. Next pause tonight, 18:00.",
    );
    expect(whyWords([clock({ calendar: null })], NOW, reader, { priority: "P1", contract: "Full service" })).toBe(
      "Full service (Gold), P1. Day and night.",
    );
  });
});

test.each(LOCALES)("%s has words for every state", (locale) => {
  const t = translator(locale);
  for (const state of ["running", "paused", "met", "breached", "missed", "cancelled"] as const) {
    const { label, text } = clockWords(clock({ state }), NOW, { ...reader, t, locale });
    expect(`${label} ${text}`).not.toMatch(/sla:|\{\{/);
    expect(t(`sla:timeline.noDue.${state}`)).not.toContain("sla:");
  }
});

test("the running cycle of a kind stands for it, else the latest that was not called off", () => {
  const clocks = [
    clock({ id: "open", cycle: 3 }),
    clock({ id: "gone", kind: "first_reply", cycle: 2, state: "cancelled" }),
    clock({ id: "met", kind: "first_reply", state: "met" }),
    clock({ id: "old", cycle: 2, state: "met" }),
  ];
  expect(currentClocks(clocks).map(({ id }) => id)).toEqual(["met", "open"]);
});

describe("opening hours in a few words", () => {
  const split: [string, string][] = [
    ["08:00", "12:00"],
    ["14:00", "18:00"],
  ];

  test("neighbouring days with the same hours are one stretch of the week, in the reader's language", () => {
    expect(hoursWords(office, "en")).toBe("Mon–Fri 08:00–18:00");
    expect(hoursWords(office, "it")).toBe("Lun–ven 08:00–18:00");
    expect(hoursWords(office, "ru")).toBe("Пн–пт 08:00–18:00");
    expect(hoursWords({ mon: split, sat: [["22:00", "06:00"]] }, "en")).toBe(
      "Mon 08:00–12:00, 14:00–18:00; Sat 22:00–06:00",
    );
  });

  test("no hours and a week without a pattern have no such words: the calendar is named instead", () => {
    expect(hoursWords({}, "en")).toBeNull();
    expect(hoursWords({ mon: [] }, "en")).toBeNull();
    const motley = Object.fromEntries(WEEKDAYS.map((day, i) => [day, [[`0${i}:00`, "18:00"] as [string, string]]]));
    expect(hoursWords(motley, "en")).toBeNull();
    const clocks = [clock({ calendar: { id: "k", name: "Shifts", timeZone: "Europe/Rome", hours: motley } })];
    expect(whyWords(clocks, NOW, reader, { priority: "P2", contract: null })).toContain("Shifts, Rome time.");
  });
});
