import { describe, expect, it } from "vitest";
import { alwaysOpen } from "./always-open";
import { compileCalendar } from "./compile-calendar";
import { deadline } from "./deadline";
import { elapsed } from "./elapsed";
import { formatInstant } from "./instants";
import { isWorking } from "./is-working";
import { listSegments } from "./list-segments";
import { nextOpening } from "./next-opening";
import { WEEKDAYS, type CalendarRules } from "./schema";

type Hours = CalendarRules["hours"];
const HOUR = 3600;
const everyDay = (...intervals: [string, string][]) =>
  Object.fromEntries(WEEKDAYS.map((day) => [day, intervals])) as Hours;
const calendar = (hours: Hours, holidays: string[] = [], timeZone = "Europe/Rome") =>
  compileCalendar({ timeZone, hours, holidays });
const at = (text: string) => new Date(text);
const due = (of: ReturnType<typeof calendar>, start: string, seconds: number, ...pauses: [string, string | null][]) => {
  const found = deadline(
    of,
    at(start),
    seconds,
    pauses.map(([from, to]) => ({ from: at(from), to: to === null ? null : at(to) })),
  );
  return found && formatInstant(found);
};
const hoursBetween = (of: ReturnType<typeof calendar>, from: string, to: string) =>
  elapsed(of, at(from), at(to)) / HOUR;

describe("deadline", () => {
  const office = calendar({
    mon: [
      ["08:00", "12:00"],
      ["14:00", "18:00"],
    ],
    fri: [["08:00", "17:00"]],
  });

  it("passes over the weekend in which the clocks go forward", () => {
    expect(due(office, "2026-03-27T16:30:00+01:00", 2 * HOUR)).toBe("2026-03-30T07:30:00Z");
  });

  it("ends with the morning, not with the start of the afternoon", () => {
    expect(due(office, "2026-03-30T08:00:00+02:00", 4 * HOUR)).toBe("2026-03-30T10:00:00Z");
    expect(due(office, "2026-03-30T08:00:00+02:00", 4 * HOUR + 1)).toBe("2026-03-30T12:00:01Z");
  });

  it("is the start for nothing, also while closed, paused or never open", () => {
    expect(due(office, "2026-03-28T23:00:00+01:00", 0, ["2026-03-01T00:00:00Z", null])).toBe("2026-03-28T22:00:00Z");
    expect(due(calendar({}), "2026-03-28T23:00:00+01:00", 0)).toBe("2026-03-28T22:00:00Z");
  });

  it("is null when it is never reached", () => {
    expect(due(calendar({}), "2026-01-01T00:00:00Z", 1)).toBeNull();
    expect(due(calendar({ mon: [] }), "2026-01-01T00:00:00Z", 1)).toBeNull();
    expect(due(office, "2026-01-01T00:00:00Z", Number.MAX_SAFE_INTEGER)).toBeNull();
    expect(due(office, "2026-01-01T00:00:00Z", 1, ["2025-01-01T00:00:00Z", null])).toBeNull();
    expect(due(office, "2026-01-01T00:00:00Z", 1, ["2025-01-01T00:00:00Z", "2400-01-01T00:00:00Z"])).toBeNull();
  });

  it("looks ahead twelve years to the second, and not beyond the known years", () => {
    const years = (Date.UTC(2038, 0, 1) - Date.UTC(2026, 0, 1)) / 1000;
    expect(due(alwaysOpen, "2026-01-01T00:00:00Z", years)).toBe("2038-01-01T00:00:00Z");
    expect(due(alwaysOpen, "2026-01-01T00:00:00Z", years + 1)).toBeNull();
    expect(due(alwaysOpen, "2495-01-01T00:00:00Z", years)).toBeNull();
    expect(() => due(alwaysOpen, "2500-01-01T00:00:00Z", 1)).toThrow(RangeError);
  });

  it("leaves out pauses, in any order and over each other", () => {
    expect(
      due(
        office,
        "2026-03-30T08:00:00+02:00",
        4 * HOUR,
        ["2026-03-30T11:00:00+02:00", "2026-03-30T15:00:00+02:00"],
        ["2026-03-30T09:00:00+02:00", "2026-03-30T10:00:00+02:00"],
        ["2026-03-30T09:30:00+02:00", "2026-03-30T10:00:00+02:00"],
        ["2026-03-29T09:30:00+02:00", "2026-03-30T07:00:00+02:00"],
      ),
    ).toBe("2026-03-30T15:00:00Z");
  });

  it("cuts parts of a second off", () => {
    expect(due(alwaysOpen, "2026-01-01T00:00:00.900Z", 10)).toBe("2026-01-01T00:00:10Z");
    expect(elapsed(alwaysOpen, at("2026-01-01T00:00:00.900Z"), at("2026-01-01T00:00:10.100Z"))).toBe(10);
  });
});

describe("elapsed over a change of the clock", () => {
  const day = everyDay(["00:00", "24:00"]);

  it("counts 23 and 25 hours in Rome, 24½ on Lord Howe", () => {
    expect(hoursBetween(calendar(day), "2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00")).toBe(23);
    expect(hoursBetween(calendar(day), "2026-10-25T00:00:00+02:00", "2026-10-26T00:00:00+01:00")).toBe(25);
    const lordHowe = calendar(day, [], "Australia/Lord_Howe");
    expect(hoursBetween(lordHowe, "2026-04-05T00:00:00+11:00", "2026-04-06T00:00:00+10:30")).toBe(24.5);
  });

  it("gives a night one hour less in spring and one more in autumn", () => {
    const nights = calendar(everyDay(["22:00", "06:00"]));
    expect(hoursBetween(nights, "2026-03-28T12:00:00+01:00", "2026-03-29T12:00:00+02:00")).toBe(7);
    expect(hoursBetween(nights, "2026-10-24T12:00:00+02:00", "2026-10-25T12:00:00+01:00")).toBe(9);
  });

  const hours = (interval: [string, string], date: "2026-03-29" | "2026-10-25") => {
    const noon = Date.parse(`${date}T12:00:00Z`);
    return listSegments(calendar({ sun: [interval] }), new Date(noon - 12 * HOUR * 1000), new Date(noon))
      .filter(({ kind }) => kind === "working")
      .map(({ from, to }) => `${formatInstant(from).slice(11, 16)}–${formatInstant(to).slice(11, 16)}`);
  };

  it("moves skipped hours forward by the gap", () => {
    expect(hours(["02:30", "05:00"], "2026-03-29")).toEqual(["01:30–03:00"]);
    expect(hours(["01:00", "02:30"], "2026-03-29")).toEqual(["00:00–01:30"]);
    expect(hours(["02:10", "02:50"], "2026-03-29")).toEqual(["01:10–01:50"]);
  });

  it("finds nothing between a skipped opening and a closing hour that it passed", () => {
    expect(hours(["02:30", "03:10"], "2026-03-29")).toEqual([]);
  });

  it("means the first pass of a repeated hour", () => {
    expect(hours(["02:30", "05:00"], "2026-10-25")).toEqual(["00:30–04:00"]);
    expect(hours(["01:00", "02:30"], "2026-10-25")).toEqual(["00:00–00:30"]);
    expect(hours(["02:00", "03:00"], "2026-10-25")).toEqual(["00:00–02:00"]);
  });
});

describe("holidays", () => {
  it("close their local day, with the tail of the night before and up to the night that begins in them", () => {
    const nights = calendar(everyDay(["22:00", "06:00"]), ["2026-12-25"]);
    expect(hoursBetween(nights, "2026-12-24T12:00:00+01:00", "2026-12-25T12:00:00+01:00")).toBe(2);
    expect(hoursBetween(nights, "2026-12-25T00:00:00+01:00", "2026-12-26T00:00:00+01:00")).toBe(0);
    expect(hoursBetween(nights, "2026-12-25T12:00:00+01:00", "2026-12-26T12:00:00+01:00")).toBe(6);
  });

  it("come every year without a year, February 29 only when there is one", () => {
    const yearly = calendar(everyDay(["00:00", "24:00"]), ["01-01", "--02-29"], "UTC");
    expect(hoursBetween(yearly, "2027-12-31T00:00:00Z", "2028-01-02T00:00:00Z")).toBe(24);
    expect(hoursBetween(yearly, "2027-02-28T00:00:00Z", "2027-03-02T00:00:00Z")).toBe(48);
    expect(hoursBetween(yearly, "2028-02-28T00:00:00Z", "2028-03-02T00:00:00Z")).toBe(48);
  });

  it("close New Year where it is a day ahead of UTC", () => {
    const kiritimati = calendar(everyDay(["00:00", "24:00"]), ["2026-01-01"], "Pacific/Kiritimati");
    expect(hoursBetween(kiritimati, "2025-12-31T00:00:00+14:00", "2026-01-03T00:00:00+14:00")).toBe(48);
  });

  it("that fill every day make a calendar never open", () => {
    const dates = Array.from({ length: 366 }, (_, i) => new Date(Date.UTC(2028, 0, 1 + i)).toISOString().slice(5, 10));
    expect(due(calendar(everyDay(["00:00", "24:00"]), dates), "2026-01-01T00:00:00Z", 1)).toBeNull();
  });
});

describe("opening", () => {
  const office = calendar({ mon: [["08:00", "12:00"]] });

  it("is now while open, half-open at both ends", () => {
    expect(isWorking(office, at("2026-06-01T08:00:00+02:00"))).toBe(true);
    expect(isWorking(office, at("2026-06-01T12:00:00+02:00"))).toBe(false);
    expect(nextOpening(office, at("2026-06-01T09:00:00+02:00"))).toEqual(at("2026-06-01T09:00:00+02:00"));
    expect(nextOpening(office, at("2026-06-01T12:00:00+02:00"))).toEqual(at("2026-06-08T08:00:00+02:00"));
    expect(nextOpening(calendar({}), at("2026-06-01T12:00:00+02:00"))).toBeNull();
  });

  it("is cut into working, paused and closed segments", () => {
    const pauses = [{ from: at("2026-06-01T09:00:00+02:00"), to: at("2026-06-01T10:00:00+02:00") }];
    expect(
      listSegments(office, at("2026-06-01T07:00:00+02:00"), at("2026-06-01T13:00:00+02:00"), pauses).map(
        ({ kind, to }) => [kind, formatInstant(to)],
      ),
    ).toEqual([
      ["closed", "2026-06-01T06:00:00Z"],
      ["working", "2026-06-01T07:00:00Z"],
      ["paused", "2026-06-01T08:00:00Z"],
      ["working", "2026-06-01T10:00:00Z"],
      ["closed", "2026-06-01T11:00:00Z"],
    ]);
  });
});
