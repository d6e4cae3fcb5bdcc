import { Prisma } from "~/generated/prisma/client";
import { describe, expect, it } from "vitest";
import { database } from "~/platform/db.server";
import { useDatabase } from "#tests/support/use-database";
import { isTimeZone, offsetsAround } from "./time-zone";

const ZONES = [
  "Europe/Rome",
  "Europe/London",
  "Europe/Dublin",
  "Europe/Moscow",
  "America/New_York",
  "America/Sao_Paulo",
  "America/St_Johns",
  "America/Caracas",
  "Australia/Lord_Howe",
  "Australia/Adelaide",
  "Asia/Kathmandu",
  "Asia/Kolkata",
  "Asia/Gaza",
  "Asia/Tehran",
  "Asia/Pyongyang",
  "Africa/Casablanca",
  "Africa/Cairo",
  "Pacific/Apia",
  "Pacific/Chatham",
  "Antarctica/Troll",
];

describe("names of time zones", () => {
  it.each(["Europe/Rome", "europe/rome", "Asia/Calcutta", "America/Argentina/Buenos_Aires", "Etc/GMT+5", "UTC", "EST"])(
    "takes %s",
    (name) => {
      expect(isTimeZone(name)).toBe(true);
    },
  );

  it.each(["", "+02:00", "Europe/Nowhere", "BST", "IST", "Europe/Rome ", "Rome", "Factory/../x"])(
    "refuses %j",
    (name) => {
      expect(isTimeZone(name)).toBe(false);
    },
  );
});

describe("zone data against PostgreSQL's", () => {
  useDatabase({ cast: false });

  it.each(ZONES)("%s: the same in every sixth hour of 1990 to 2024, changed in the same second", async (zone) => {
    const changes: number[] = [];
    for (let year = 1990; year < 2025; year++)
      changes.push(...offsetsAround(zone, year).starts.filter((at) => at >= newYear(year) && at < newYear(year + 1)));
    const instants = changes.flatMap((at) => [at - 1, at, at + 1]);
    for (let at = newYear(1990); at < newYear(2025); at += 6 * 3600) instants.push(at);
    const theirs = await offsetsInPostgres(zone, instants);
    const different = instants.filter((at, i) => offsetAt(zone, at) !== theirs[i]);
    expect(different.map((at) => new Date(at * 1000).toISOString())).toEqual([]);
    expect(changes.filter((at) => offsetAt(zone, at - 1) === offsetAt(zone, at))).toEqual([]);
  });

  it("knows by name every zone that PostgreSQL lists", async () => {
    const listed = await database().prisma.$queryRaw<{ name: string }[]>(
      Prisma.sql`select name from pg_timezone_names where name not like 'posix%' and name <> 'localtime'`,
    );
    expect(listed.length).toBeGreaterThan(400);
    expect(listed.map(({ name }) => name).filter((name) => name !== "Factory" && !isTimeZone(name))).toEqual([]);
  });
});

const newYear = (year: number) => Date.UTC(year, 0, 1) / 1000;

async function offsetsInPostgres(zone: string, instants: number[]): Promise<number[]> {
  const rows = await database().prisma.$queryRaw<{ offset: number }[]>(Prisma.sql`
    select extract(epoch from (to_timestamp(at) at time zone ${zone}) - (to_timestamp(at) at time zone 'UTC'))::int as offset
    from unnest(${instants}::float8[]) with ordinality as given(at, position) order by position`);
  return rows.map(({ offset }) => offset);
}

function offsetAt(zone: string, at: number): number {
  const { starts, offsets } = offsetsAround(zone, new Date(at * 1000).getUTCFullYear());
  return offsets[starts.findLastIndex((start) => start <= at)]!;
}
