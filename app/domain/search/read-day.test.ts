import fc from "fast-check";
import { expect, test } from "vitest";
import { readDay } from "./read-day";

const now = new Date("2026-11-20T23:30:00.000Z");

test.each([
  ["today", "Europe/Rome", "2026-11-20T23:00:00.000Z"],
  ["Today", "UTC", "2026-11-20T00:00:00.000Z"],
  ["yesterday", "Europe/Rome", "2026-11-19T23:00:00.000Z"],
  ["7d", "Europe/Rome", "2026-11-13T23:00:00.000Z"],
  ["2026-11-01", "Europe/Rome", "2026-10-31T23:00:00.000Z"],
  ["2026-7-1", "Europe/Rome", "2026-06-30T22:00:00.000Z"],
  ["2026-11-01", "America/New_York", "2026-11-01T04:00:00.000Z"],
  ["0d", "UTC", "2026-11-20T00:00:00.000Z"],
])("%s in %s begins at %s", (text, zone, at) => expect(readDay(text, zone, now)?.toISOString()).toBe(at));

test.each(["2026-02-30", "2026-13-01", "0000-01-01", "tomorrow", "d", "99999d", "", "1.11.2026"])(
  "%s is no day",
  (text) => expect(readDay(text, "Europe/Rome", now)).toBeNull(),
);

test("more days ago is never later", () => {
  fc.assert(
    fc.property(fc.nat(4_000), fc.nat(4_000), (a, b) => {
      const at = (days: number) => readDay(`${days}d`, "Europe/Rome", now)?.getTime() ?? NaN;
      expect(Math.sign(at(a) - at(b))).toBe(Math.sign(b - a) || 0);
    }),
  );
});
