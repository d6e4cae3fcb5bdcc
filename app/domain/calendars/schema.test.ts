import { describe, expect, it } from "vitest";
import { calendarRules } from "./schema";

const problems = (rules: object) => {
  const checked = calendarRules.safeParse({ timeZone: "Europe/Rome", hours: {}, ...rules });
  return checked.success ? [] : checked.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
};

describe("rules of a calendar", () => {
  it("may have no hours, nights, seconds, 24:00 and yearly holidays", () => {
    expect(problems({})).toEqual([]);
    const mon = [
      ["00:00", "06:00:30"],
      ["06:00:30", "12:00"],
      ["22:00", "06:00"],
    ];
    expect(problems({ hours: { mon, tue: [["18:00", "00:00"]], wed: [["00:00", "24:00"]] } })).toEqual([]);
    expect(problems({ holidays: ["2026-12-25", "12-25", "--12-26", "02-29"] })).toEqual([]);
  });

  it.each([
    ["an unknown zone", { timeZone: "Europe/Nowhere" }, "timeZone unknownZone"],
    ["a time that is none", { hours: { mon: [["8:00", "12:00"]] } }, "hours.mon.0.0 badTime"],
    ["minute sixty", { hours: { mon: [["08:00", "12:60"]] } }, "hours.mon.0.1 badTime"],
    ["opening at 24:00", { hours: { mon: [["24:00", "06:00"]] } }, "hours.mon.0.0 badTime"],
    ["an interval without length", { hours: { mon: [["08:00", "08:00"]] } }, "hours.mon.0 emptyInterval"],
    ["a date that is none", { holidays: ["2026-02-29"] }, "holidays.0 badHoliday"],
    ["a yearly date that is none", { holidays: ["02-30"] }, "holidays.0 badHoliday"],
  ])("names the field of %s", (_name, rules, problem) => {
    expect(problems(rules)).toEqual([problem]);
  });

  it("names the day whose intervals overlap, nights counted beyond midnight", () => {
    const overlapping = [
      ["22:00", "06:00"],
      ["20:00", "23:00"],
    ];
    expect(problems({ hours: { fri: overlapping } })).toEqual(["hours.fri overlap"]);
  });

  it("refuses a weekday that it does not know, rather than being closed on it", () => {
    expect(problems({ hours: { monday: [["08:00", "12:00"]] } })).toHaveLength(1);
  });
});
