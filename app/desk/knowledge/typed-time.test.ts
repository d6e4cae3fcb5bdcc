import fc from "fast-check";
import { expect, test } from "vitest";
import { readTypedTime, showTypedDay, showTypedTime } from "./typed-time";

test("a time is typed and shown on the reader's clocks", () => {
  expect(readTypedTime("2026-12-01T09:00", "Europe/Rome")).toEqual(new Date("2026-12-01T08:00:00.000Z"));
  expect(readTypedTime("2026-07-01", "Europe/Bucharest")).toEqual(new Date("2026-06-30T21:00:00.000Z"));
  expect(showTypedTime(new Date("2026-12-01T08:00:00.000Z"), "Europe/Rome")).toBe("2026-12-01T09:00");
  expect(showTypedDay(new Date("2026-06-30T21:00:00.000Z"), "Europe/Bucharest")).toBe("2026-07-01");
  // The hour that the clock skips moves forward.
  expect(readTypedTime("2026-03-29T02:30", "Europe/Rome")).toEqual(new Date("2026-03-29T01:30:00.000Z"));
});

test.each(["", "tomorrow", "2026-02-30", "2026-13-01T09:00", "2026-12-01T24:00", "2026-12-01 09:00"])(
  "%j is no time",
  (typed) => expect(readTypedTime(typed, "Europe/Rome")).toBeNull(),
);

test("what is shown is read back as the same minute, but for the hour that comes twice", () => {
  const zones = fc.constantFrom("Europe/Rome", "Asia/Kolkata", "America/St_Johns", "Pacific/Chatham", "UTC");
  const minutes = fc.integer({ min: 29_700_000, max: 31_000_000 });
  fc.assert(
    fc.property(minutes, zones, (minute, zone) => {
      const at = new Date(minute * 60_000);
      const back = readTypedTime(showTypedTime(at, zone), zone);
      expect(showTypedTime(back ?? new Date(0), zone)).toBe(showTypedTime(at, zone));
    }),
  );
});
