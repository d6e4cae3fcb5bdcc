import { describe, expect, it } from "vitest";
import { formatInstant } from "./instants";
import { offsetsAround } from "./time-zone";
import { toInstant } from "./wall-clock";

function instantOf(zone: string, local: string): string {
  const wall = Date.parse(`${local}Z`) / 1000;
  return formatInstant(new Date(toInstant(offsetsAround(zone, Number(local.slice(0, 4))), wall) * 1000));
}

describe("wall clock to instant", () => {
  it.each([
    ["an ordinary hour", "Europe/Rome", "2026-01-15T09:00:00", "2026-01-15T08:00:00Z"],
    ["the last second before the gap", "Europe/Rome", "2026-03-29T01:59:59", "2026-03-29T00:59:59Z"],
    ["the first skipped second", "Europe/Rome", "2026-03-29T02:00:00", "2026-03-29T01:00:00Z"],
    ["a skipped half hour, shown as 03:30", "Europe/Rome", "2026-03-29T02:30:00", "2026-03-29T01:30:00Z"],
    ["the hour after the gap", "Europe/Rome", "2026-03-29T03:00:00", "2026-03-29T01:00:00Z"],
    ["a repeated hour, first pass", "Europe/Rome", "2026-10-25T02:30:00", "2026-10-25T00:30:00Z"],
    ["the end of the repetition", "Europe/Rome", "2026-10-25T03:00:00", "2026-10-25T02:00:00Z"],
    ["a gap over the Atlantic", "America/New_York", "2026-03-08T02:30:00", "2026-03-08T07:30:00Z"],
    ["a repeated hour there", "America/New_York", "2026-11-01T01:30:00", "2026-11-01T05:30:00Z"],
    ["a gap of half an hour", "Australia/Lord_Howe", "2026-10-04T02:15:00", "2026-10-03T15:45:00Z"],
    ["a repeated half hour", "Australia/Lord_Howe", "2026-04-05T01:45:00", "2026-04-04T14:45:00Z"],
    ["a skipped midnight", "Africa/Cairo", "2026-04-24T00:00:00", "2026-04-23T22:00:00Z"],
    ["a change at one past midnight", "America/St_Johns", "2011-03-13T00:30:00", "2011-03-13T04:00:00Z"],
    ["a second midnight is not meant", "America/St_Johns", "2010-11-07T00:00:00", "2010-11-07T02:30:00Z"],
    ["an offset with quarters", "Asia/Kathmandu", "2026-06-01T09:00:00", "2026-06-01T03:15:00Z"],
    ["a skipped day", "Pacific/Apia", "2011-12-30T09:00:00", "2011-12-30T19:00:00Z"],
    ["the day after it, the same instant", "Pacific/Apia", "2011-12-31T09:00:00", "2011-12-30T19:00:00Z"],
    ["the end of Ramadan", "Africa/Casablanca", "2024-04-14T02:30:00", "2024-04-14T02:30:00Z"],
  ])("%s", (_name, zone, local, instant) => {
    expect(instantOf(zone, local)).toBe(instant);
  });
});
