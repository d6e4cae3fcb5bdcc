import fc from "fast-check";
import { expect, test } from "vitest";
import { contractPeriod, dayIn } from "./contract-period";
import { contractForm } from "./contract-schema";
import { readHours, writeHours } from "./contract-units";
import { contractState, isLow } from "./contract-state";
import { costOf, readTimeSpent, writeTimeSpent } from "./time-entry-duration";

const iso = (period: { startsAt: Date; endsAt: Date }) => [period.startsAt.toISOString(), period.endsAt.toISOString()];

test.each([
  ["a year", "2026-01-01", "2026-12-31", "Europe/Rome", "2025-12-31T23:00:00.000Z", "2026-12-31T23:00:00.000Z"],
  [
    "from winter into summer",
    "2026-03-28",
    "2026-03-29",
    "Europe/Rome",
    "2026-03-27T23:00:00.000Z",
    "2026-03-29T22:00:00.000Z",
  ],
  [
    "the day of 25 hours alone",
    "2026-10-25",
    "2026-10-25",
    "Europe/Rome",
    "2026-10-24T22:00:00.000Z",
    "2026-10-25T23:00:00.000Z",
  ],
  [
    "a last day whose midnight is skipped next",
    "2026-04-23",
    "2026-04-23",
    "Africa/Cairo",
    "2026-04-22T22:00:00.000Z",
    "2026-04-23T22:00:00.000Z",
  ],
  [
    "one day behind UTC",
    "2026-06-01",
    "2026-06-01",
    "America/New_York",
    "2026-06-01T04:00:00.000Z",
    "2026-06-02T04:00:00.000Z",
  ],
])("%s is half-open at the zone's midnights", (_name, from, to, zone, startsAt, endsAt) => {
  expect(iso(contractPeriod(from, to, zone))).toEqual([startsAt, endsAt]);
});

test("periods that follow each other leave no gap and no overlap, whatever the zone", () => {
  const day = fc
    .date({ min: new Date("2020-01-01"), max: new Date("2034-12-30"), noInvalidDate: true })
    .map((d) => d.toISOString().slice(0, 10));
  const zone = fc.constantFrom(
    "Europe/Rome",
    "America/St_Johns",
    "Africa/Cairo",
    "Pacific/Apia",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
  );
  fc.assert(
    fc.property(day, zone, (last, timeZone) => {
      const next = new Date(Date.parse(last) + 86_400_000).toISOString().slice(0, 10);
      const [first, second] = [contractPeriod(last, last, timeZone), contractPeriod(next, next, timeZone)];
      expect(first.endsAt).toEqual(second.startsAt);
      expect(first.startsAt < first.endsAt).toBe(true);
      expect(dayIn(timeZone, first.startsAt)).toBe(last);
      expect(dayIn(timeZone, new Date(first.endsAt.getTime() - 1))).toBe(last);
    }),
  );
});

test("a contract stands by its period first, then by what is left", () => {
  const contract = {
    startsAt: new Date("2026-01-01"),
    endsAt: new Date("2027-01-01"),
    unit: "hours" as const,
    entitled: 100,
    used: 0,
  };
  const at = (now: string, over = {}) => contractState({ ...contract, ...over }, new Date(now));
  expect(at("2025-12-31T23:59:59.999Z")).toBe("not_begun");
  expect(at("2026-01-01")).toBe("live");
  expect(at("2026-12-10")).toBe("ends_soon");
  expect(at("2026-12-10", { used: 100 })).toBe("empty");
  expect(at("2026-12-31T23:59:59.999Z", { used: 120 })).toBe("empty");
  expect(at("2027-01-01", { used: 120 })).toBe("ended");
  expect(at("2026-06-01", { unit: "unlimited", entitled: 0, used: 9 })).toBe("live");
  expect([79, 80, 81].map((used) => isLow({ unit: "hours", entitled: 100, used }))).toEqual([false, true, true]);
});

test("a contract's form names each wrong field", () => {
  const given = {
    number: "C-1",
    name: "Care",
    startsOn: "2026-01-01",
    endsOn: "2026-12-31",
    timeZone: "Europe/Rome",
    organizationIds: ["00000000-0000-7000-8000-000000000001"],
  };
  const problems = (over: object) =>
    contractForm.safeParse({ ...given, ...over }).error?.issues.map((i) => i.path.join(".")) ?? [];
  expect(problems({})).toEqual([]);
  expect(contractForm.parse({ ...given, entitled: 9 })).toMatchObject({
    unit: "unlimited",
    entitled: 0,
    noticeDays: [60, 30, 7],
  });
  expect(problems({ endsOn: "2025-12-31" })).toEqual(["endsOn"]);
  expect(problems({ startsOn: "2026-02-30" })).toEqual(["startsOn"]);
  expect(problems({ timeZone: "Europe/Nowhere" })).toEqual(["timeZone"]);
  expect(problems({ unit: "hours" })).toEqual(["entitled"]);
  expect(problems({ noticeDays: [0] })).toEqual(["noticeDays.0"]);
  expect(problems({ organizationIds: [] })).toEqual(["organizationIds"]);
  expect(problems({ number: " ", name: "" })).toEqual(["number", "name"]);
});

test.each([
  ["1:30", 5_400],
  ["0:05", 300],
  ["90m", 5_400],
  ["1h 30m", 5_400],
  ["1,5 ore", 5_400],
  ["2 ч", 7_200],
  ["24:00", 86_400],
  ["24:01", null],
  ["0:00", null],
  ["1:75", null],
  ["90", null],
  ["-1h", null],
  ["", null],
  ["1 d", null],
])("time spent: %s", (text, seconds) => expect(readTimeSpent(text)).toBe(seconds));

test("what the forms write they read again", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 24 * 60 }), (minutes) => {
      expect(readTimeSpent(writeTimeSpent(minutes * 60))).toBe(minutes * 60);
      expect(readHours(writeHours(minutes * 60))).toBe(minutes * 60);
    }),
  );
  expect(readHours("37,5")).toBe(135_000);
});

test("cost is the hourly rate's share, half a cent up", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 0, max: 86_400 }), (rate, seconds) => {
      expect(Math.abs(costOf(rate, seconds) - (rate * seconds) / 3_600)).toBeLessThanOrEqual(0.5);
    }),
  );
  expect(costOf(4_500, 5_400)).toBe(6_750);
  expect(costOf(1, 1_800)).toBe(1);
});
