import { describe, expect, test } from "vitest";
import { describeClockChange } from "./describe-clock-change";
import { describeWeek } from "./describe-week";
import { storedRules, type StoredRules } from "./stored-rules";

const rules = (over: object): StoredRules => storedRules.parse({ timeZone: "Europe/Rome", hours: {}, ...over });
const nights = { sat: [["22:00", "06:00"]], sun: [["02:30", "05:00"], ["08:00", "12:00"]] }; // prettier-ignore

describe("this week", () => {
  const office = rules({
    hours: { mon: [["08:00", "12:00"], ["14:00", "24:00"]], fri: [["22:00", "06:00"]] },
    holidays: ["11-24", "2026-11-26"],
    names: { "11-24": "Founders" },
  }); // prettier-ignore
  const week = (now: string, of = office) => describeWeek(of, new Date(now));

  test("begins on Monday on the calendar's own clocks and shows nights on both days", () => {
    const { days } = week("2026-11-22T23:30:00Z"); // Monday 00:30 in Rome
    expect(days.map(({ date }) => date)).toEqual([23, 24, 25, 26, 27, 28, 29].map((day) => `2026-11-${day}`));
    expect(days.map(({ bars }) => bars.map(({ words }) => words).join())).toEqual(["08:00–12:00,14:00–24:00", "", "", "", "22:00–24:00", "00:00–06:00", ""]); // prettier-ignore
    expect(days.map(({ holiday }) => holiday)).toEqual([null, "Founders", null, "", null, null, null]);
    expect(days.map(({ today }) => today).indexOf(true)).toBe(0);
    expect(days[0]!.bars[1]).toMatchObject({ from: 50_400, to: 86_400 });
  });

  test("says until when it is open, or when it opens", () => {
    expect(week("2026-11-23T09:00:00Z")).toMatchObject({ openNow: true, changes: new Date("2026-11-23T11:00:00Z") });
    expect(week("2026-11-28T01:00:00Z")).toMatchObject({ openNow: true, changes: new Date("2026-11-28T05:00:00Z") });
    expect(week("2026-11-24T09:00:00Z")).toMatchObject({ openNow: false, changes: new Date("2026-11-27T21:00:00Z") });
    expect(week("2026-11-24T09:00:00Z", rules({}))).toMatchObject({ openNow: false, changes: null });
    const always = Object.fromEntries(["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((day) => [day, [["00:00", "24:00"]]])); // prettier-ignore
    expect(week("2026-11-24T09:00:00Z", rules({ hours: always }))).toMatchObject({ openNow: true, changes: null });
  });

  test("over New Year and over a change of the clock", () => {
    expect(week("2026-12-31T12:00:00Z", rules({ timeZone: "America/New_York", hours: { thu: [["12:00", "24:00"]] } })).days[3]?.bars.map(({ words }) => words)).toEqual(["12:00–24:00"]); // prettier-ignore
    const spring = week("2026-03-28T12:00:00Z", rules({ hours: nights })).days;
    expect(spring[6]?.bars.map(({ words }) => words)).toEqual(["00:00–06:00", "08:00–12:00"]);
    const autumn = week("2026-10-24T12:00:00Z", rules({ hours: nights })).days;
    expect(autumn[6]?.bars.map(({ words }) => words)).toEqual(["00:00–06:00", "08:00–12:00"]);
  });
});

describe("the next change of the clock", () => {
  const change = (now: string, over: object = { hours: nights }) => describeClockChange(rules(over), new Date(now));

  test("names the hours that become shorter, longer or move", () => {
    expect(change("2026-11-22T00:00:00Z")).toEqual({
      at: new Date("2027-03-28T01:00:00Z"),
      date: "2027-03-28",
      from: "02:00",
      to: "03:00",
      kind: "skipped",
      touched: [
        { date: "2027-03-27", open: "22:00", close: "06:00", planned: 28_800, real: 25_200 },
        { date: "2027-03-28", open: "02:30", close: "05:00", planned: 9_000, real: 5_400 },
      ],
    });
    expect(change("2026-09-22T00:00:00Z")).toMatchObject({
      date: "2026-10-25",
      from: "03:00",
      to: "02:00",
      kind: "repeated",
      touched: [{ real: 32_400 }, { open: "02:30", real: 12_600 }],
    });
  });

  test("touches nothing in an office, and there is none in UTC", () => {
    expect(change("2026-11-22T00:00:00Z", { hours: { mon: [["08:00", "18:00"]] } })?.touched).toEqual([]);
    expect(change("2026-11-22T00:00:00Z", { timeZone: "UTC", hours: nights })).toBeNull();
    expect(change("2026-11-22T00:00:00Z", { timeZone: "Australia/Lord_Howe" })).toMatchObject({ from: "02:00", to: "01:30" }); // prettier-ignore
  });
});
