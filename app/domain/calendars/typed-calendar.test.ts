import fc from "fast-check";
import { PassThrough, Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { answerCalendarLines } from "./answer-calendar-lines.server";
import { compileCalendar } from "./compile-calendar";
import { deadline } from "./deadline";
import { formatInstant } from "./instants";
import { readTypedCalendar } from "./read-typed-calendar";
import { calendarRules, readHoliday, WEEKDAYS } from "./schema";
import { storedRules } from "./stored-rules";
import { readTypedHolidays } from "./typed-holidays";
import { readTypedHours, writeTypedHours } from "./typed-hours";
import { writeTypedCalendar } from "./write-typed-calendar";

const typed = (over: Record<string, string>) =>
  readTypedCalendar({ name: "Office", timeZone: "Europe/Rome", "hours.mon": "8–12, 14–18", ...over });
const problems = (over: Record<string, string>) => {
  const read = typed(over);
  return "problems" in read ? read.problems : null;
};

describe("typed hours", () => {
  test.each([
    ["08:00–12:00, 14:00–18:00", [["08:00", "12:00"], ["14:00", "18:00"]]],
    ["8-12; 14.30 - 18", [["08:00", "12:00"], ["14:30", "18:00"]]],
    ["22:00—6:00", [["22:00", "06:00"]]],
    ["0–24", [["00:00", "24:00"]]],
    ["07:30:15–08:00:00", [["07:30:15", "08:00"]]],
    ["", []],
    [" , ", []],
    ["closed", [["closed", ""]]],
    ["8–12–14", [["8–12–14", ""]]],
  ])("%j", (text, intervals) => expect(readTypedHours(text)).toEqual(intervals)); // prettier-ignore

  test("long blanks take no time", () => {
    const before = performance.now();
    expect(readTypedHours(`8${" ".repeat(300_000)}x`)).toHaveLength(1);
    expect(readTypedHolidays(`2026-01-01${" ".repeat(300_000)}x\u2028y`).wrong).toBeNull();
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  test("are written in order", () => {
    expect(writeTypedHours([["14:00", "18:00"], ["08:00", "12:00"]])).toBe("08:00–12:00, 14:00–18:00"); // prettier-ignore
    expect(writeTypedHours()).toBe("");
  });
});

describe("typed holidays", () => {
  test("have names, come once, and are sorted; dots and dashes are read too", () => {
    const text = "2026-12-25 Christmas  Day\n\n--01-01 New Year\r\n25.12.2026 again\n1.5. Labour Day\n2026-08-14";
    expect(readTypedHolidays(text)).toEqual({
      holidays: [
        { date: "01-01", name: "New Year" },
        { date: "05-01", name: "Labour Day" },
        { date: "2026-08-14", name: "" },
        { date: "2026-12-25", name: "Christmas  Day" },
      ],
      wrong: null,
    });
  });

  test("name the first line that is none", () => {
    expect(readTypedHolidays("2026-12-25 a\n\n2026-02-29 b\n30.2. c").wrong).toBe(3);
    expect(problems({ holidays: "2026-12-25\nChristmas" })).toEqual({
      fields: { holidays: "calendars:problem.badHoliday" },
      line: 2,
    });
  });
});

describe("every problem of a calendar", () => {
  test.each([
    ["an overlap", { "hours.tue": "8–12, 11–13" }, { "hours.tue": "calendars:problem.overlap" }],
    ["a night that overlaps", { "hours.fri": "22–6, 20–23" }, { "hours.fri": "calendars:problem.overlap" }],
    ["an empty interval", { "hours.mon": "8–8" }, { "hours.mon": "calendars:problem.emptyInterval" }],
    ["a time that is none", { "hours.mon": "8–25" }, { "hours.mon": "calendars:problem.badTime" }],
    ["opening at 24:00", { "hours.sun": "24–6" }, { "hours.sun": "calendars:problem.badTime" }],
    ["words", { "hours.sun": "closed" }, { "hours.sun": "calendars:problem.badTime" }],
    ["an unknown zone", { timeZone: "Europe/Nowhere" }, { timeZone: "calendars:problem.unknownZone" }],
    ["no zone", { timeZone: "" }, { timeZone: "calendars:problem.unknownZone" }],
    ["too many intervals", { "hours.mon": Array.from({ length: 49 }, (_, i) => `0:${10 + i}-0:${11 + i}`).join() }, { "hours.mon": "calendars:problem.tooMany" }], // prettier-ignore
    ["no name", { name: " " }, { name: "common:error.required" }],
    ["a long name", { name: "x".repeat(81) }, { name: "common:error.tooLong" }],
    ["several", { name: "", "hours.mon": "8", holidays: "x" }, { name: "common:error.required", "hours.mon": "calendars:problem.badTime", holidays: "calendars:problem.badHoliday" }], // prettier-ignore
  ])("%s is named at its field", (_name, over, fields) => expect(problems(over)?.fields).toEqual(fields));

  test("too many holidays", () => {
    const days = Array.from({ length: 10_001 }, (_, i) =>
      new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10),
    );
    expect(problems({ holidays: days.join("\n") })?.fields).toEqual({ holidays: "calendars:problem.tooMany" });
  });
});

const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });
const word = (at: number) => `${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;
const dayHours = fc
  .uniqueArray(minute, { minLength: 0, maxLength: 6 })
  .map((times) => times.toSorted((a, b) => a - b))
  .map((times) => Array.from({ length: Math.floor(times.length / 2) }, (_, k) => [word(times[2 * k]!), word(times[2 * k + 1]!)])); // prettier-ignore
const date = fc.date({ min: new Date("2026-01-01"), max: new Date("2028-12-31"), noInvalidDate: true }).map((at) => at.toISOString().slice(0, 10)); // prettier-ignore
const calendar = fc.record({
  timeZone: fc.constantFrom("Europe/Rome", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "UTC"),
  hours: fc.record(Object.fromEntries(WEEKDAYS.map((day) => [day, dayHours])), { requiredKeys: [] }),
  holidays: fc.uniqueArray(fc.oneof(date, date.map((at) => at.slice(5))), { maxLength: 8 }),
}); // prettier-ignore

describe("a calendar that was typed, saved and loaded", () => {
  test("answers as the command line does for what was meant", async () => {
    await fc.assert(
      fc.asyncProperty(calendar, fc.integer({ min: 0, max: 4_000_000 }), date, async (meant, seconds, start) => {
        const rules = calendarRules.parse(meant);
        const fields = writeTypedCalendar({ name: "x", rules: storedRules.parse(rules) });
        const read = readTypedCalendar(fields);
        if ("problems" in read) throw new Error(JSON.stringify(read.problems));
        const saved = calendarRules.parse(JSON.parse(JSON.stringify(read.form.rules)));
        const due = deadline(compileCalendar(saved), new Date(`${start}T00:00:00Z`), seconds);
        const line = JSON.stringify({ op: "add", calendar: meant, start: `${start}T00:00:00Z`, seconds });
        const out = new PassThrough();
        await answerCalendarLines(Readable.from([Buffer.from(`${line}\n`)]), out);
        expect(JSON.parse(String(out.read()))).toEqual({ at: due && formatInstant(due) });
        expect(read.form.rules.holidays.every((text) => readHoliday(text) !== null)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test("names of holidays change no answer, and the command line's calendars have none", () => {
    const named = { timeZone: "UTC", hours: {}, holidays: ["12-25"], names: { "12-25": "Christmas" } };
    expect(calendarRules.parse(named)).toEqual({ timeZone: "UTC", hours: {}, holidays: ["12-25"] });
    expect(calendarRules.safeParse({ ...named, names: 5 }).success).toBe(true);
    expect(storedRules.parse(named)).toEqual(named);
  });
});
