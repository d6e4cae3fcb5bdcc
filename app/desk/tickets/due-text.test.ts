import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { WAIT_REASONS } from "~/domain/routing/trace";
import { SLA_KINDS } from "~/domain/sla/schema";
import { LOCALES } from "~/i18n/config";
import { translator } from "~/i18n/t.server";
import { type DueFacts, dueText, hoursText, momentText, spanText } from "./due-text";

const NOW = Date.parse("2026-11-20T10:54:00Z");
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const ZONES = ["Europe/Rome", "America/St_Johns", "Asia/Kathmandu", "Pacific/Apia", "UTC"];

const facts = (over: Partial<DueFacts> = {}): DueFacts => ({
  dueAt: null,
  dueKind: null,
  dueWarnAt: null,
  clockPaused: false,
  state: "Open",
  ...over,
});
const reader = (locale: (typeof LOCALES)[number] = "en", timeZone = "Europe/Rome") => ({
  t: translator(locale),
  locale,
  timeZone,
});
const due = (dueKind: string, minutes: number, over: Partial<DueFacts> = {}) =>
  facts({ dueKind, dueAt: new Date(NOW + minutes * MINUTE), ...over });

describe("the design's words", () => {
  test.each([
    [due("first_reply", -18), "First reply 18 min over", "d"],
    [due("next_reply", 41, { dueWarnAt: new Date(NOW) }), "Next reply in 41 min", "w"],
    [due("resolution", 190), "Resolution in 3 h 10 min", "n"],
    [due("resolution", 24 * 60), "Resolution in 24 h", "n"],
    [facts({ dueKind: "resolution", dueAt: new Date("2026-11-23T08:00:00Z") }), "Resolution Mon 09:00", "n"],
    [facts({ dueKind: "resolution", dueAt: new Date("2026-12-09T08:00:00Z") }), "Resolution 9 Dec, 09:00", "n"],
    [facts({ dueKind: "resolution", dueAt: new Date("2036-12-09T08:00:00Z") }), "Resolution 9 Dec 2036", "n"],
    [facts({ clockPaused: true, state: "Waiting for customer" }), "Waiting for customer, clock paused", "n"],
    [due("first_reply", -3 * 24 * 60 - 5), "First reply 3 days over", "d"],
    [due("first_reply", 0), "First reply in 1 min", "n"],
    [due("first_reply", -0.001), "First reply 1 min over", "d"],
  ])("%#", (given, text, tone) => expect(dueText(given, NOW, reader())).toEqual({ text, tone }));

  test("nothing is said without a target", () => expect(dueText(facts(), NOW, reader())).toBeNull());
});

const anyFacts = fc.record({
  kind: fc.constantFrom(...SLA_KINDS),
  away: fc.integer({ min: -400 * DAY, max: 4_000 * DAY }),
  warn: fc.integer({ min: 0, max: 10 * DAY }),
});

test.each(LOCALES)("%s: every due time has words and the tone of its moment", (locale) => {
  fc.assert(
    fc.property(anyFacts, fc.constantFrom(...ZONES), ({ kind, away, warn }, timeZone) => {
      const dueAt = new Date(NOW + away);
      const dueWarnAt = new Date(dueAt.getTime() - warn);
      const said = dueText(facts({ dueKind: kind, dueAt, dueWarnAt }), NOW, reader(locale, timeZone));
      expect(said?.text).toMatch(/\d/);
      expect(said?.text).not.toMatch(/\{\{|sla:/);
      expect(said?.tone).toBe(away < 0 ? "d" : away <= warn ? "w" : "n");
      const format = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" });
      const withTime = away > DAY && away < 300 * DAY;
      expect(!withTime || said?.text.includes(format.format(dueAt))).toBe(true);
    }),
  );
});

test("the words never run ahead of the clock, and change at most once a minute", () => {
  fc.assert(
    fc.property(fc.integer({ min: -DAY, max: DAY }), fc.integer({ min: 1, max: MINUTE }), (away, later) => {
      const minutes = (now: number) => {
        const text = dueText(facts({ dueKind: "resolution", dueAt: new Date(NOW + away) }), now, reader())!.text;
        const [, h = "0"] = /(\d+) h/.exec(text) ?? [];
        const [, m = "0"] = /(\d+) min/.exec(text) ?? [];
        return (text.endsWith("over") ? -1 : 1) * (Number(h) * 60 + Number(m));
      };
      expect(minutes(NOW) - minutes(NOW + later)).toBeGreaterThanOrEqual(0);
      expect(minutes(NOW) - minutes(NOW + later)).toBeLessThanOrEqual(2);
    }),
  );
});

test.each(LOCALES)("%s: days take their plural form", (locale) => {
  const t = translator(locale);
  const rules = new Intl.PluralRules(locale);
  const forms = new Map<string, string>();
  for (let days = 2; days < 400; days++) {
    const words = spanText(days * 24 * 60 + 59, t).replace(String(days), "#");
    const form = rules.select(days);
    expect(forms.get(form) ?? words).toBe(words);
    forms.set(form, words);
  }
  expect(new Set(forms.values()).size).toBe(forms.size);
});

test.each(LOCALES)("%s: every reason to wait has words", (locale) => {
  const t = translator(locale);
  for (const reason of WAIT_REASONS) expect(t(`sla:due.wait.${reason}`)).not.toContain("sla:");
});

test("working time has no days", () => {
  const { t } = reader();
  expect([hoursText(0, t), hoursText(64, t), hoursText(40 * 60, t)]).toEqual(["0 min", "1 h 04 min", "40 h"]);
});

test("a moment is told in the reader's zone", () => {
  const at = new Date("2026-11-23T08:00:00Z");
  expect(momentText(at, NOW, "ru", "Asia/Kathmandu")).toBe("пн 13:45");
});
