import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatDuration, parseDuration } from "./duration";

const TEN_YEARS = 10 * 366 * 86_400;

test("what is written in any language is read back as it was", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: TEN_YEARS }),
      fc.constantFrom("en", "it", "ro", "ru"),
      fc.boolean(),
      (seconds, locale, days) => {
        expect(parseDuration(formatDuration(seconds, locale, { days }), { days })).toEqual({ seconds });
      },
    ),
  );
});

test("nothing typed throws, and what is accepted is a whole number of seconds", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const read = parseDuration(text);
      expect("seconds" in read ? Number.isInteger(read.seconds) && read.seconds >= 0 : true).toBe(true);
    }),
  );
});

describe("as people type it", () => {
  test.each([
    ["4h", 14_400],
    ["30m", 1_800],
    ["1d 2h", 93_600],
    ["90 s", 90],
    ["1h30m", 5_400],
    ["1,5 ore", 5_400],
    ["1.5 hours", 5_400],
    ["2 ч 15 мин", 8_100],
    ["3 zile", 259_200],
    ["2 GIORNI", 172_800],
    ["30 min.", 1_800],
    ["0h", 0],
  ])("%s", (text, seconds) => expect(parseDuration(text)).toEqual({ seconds }));

  test.each([
    ["", "empty"],
    ["4", "noUnit"],
    ["1h 30", "noUnit"],
    ["4 weeks", "unknownUnit"],
    ["four hours", "badDuration"],
    ["-4h", "badDuration"],
    ["1h 2h", "badDuration"],
    ["4:30", "badDuration"],
  ])("“%s” is refused", (text, problem) => expect(parseDuration(text)).toEqual({ problem }));

  test("days only where a day is 24 hours", () => {
    expect(parseDuration("2d", { days: false })).toEqual({ problem: "noDays" });
    expect(formatDuration(172_800, "en", { days: false })).toBe("48\u00a0h");
    expect(formatDuration(172_800, "en")).toBe("2\u00a0d");
    expect(formatDuration(0, "ru")).toBe("0\u00a0с");
  });
});
