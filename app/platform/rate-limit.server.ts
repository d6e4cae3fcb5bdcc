import { Prisma } from "~/generated/prisma/client";
import type { Ctx } from "./ctx.server";
import { defineJob } from "./jobs.server";
import { prepared } from "./prepared.server";
import { z } from "zod";

const second = 1_000;
const startOf = (now: Date, windowSeconds: number) =>
  new Date(Math.floor(now.getTime() / (windowSeconds * second)) * windowSeconds * second);

/** What the previous window still counts: its share that the sliding window overlaps. */
function weightOf(now: Date, windowSeconds: number): number {
  return 1 - (now.getTime() - startOf(now, windowSeconds).getTime()) / (windowSeconds * second);
}

/**
 * Counts one act under `key` and answers true, or answers false without counting when `limit` acts fell into the last
 * `windowSeconds`. Two fixed windows, the older one weighted by its overlap, approximate the sliding one. One
 * statement, exact under concurrency. Inside a transaction a rollback takes the act back; outside one it stands.
 */
export async function takeRateLimit(ctx: Ctx, key: string, limit: number, windowSeconds: number): Promise<boolean> {
  const start = startOf(ctx.now, windowSeconds);
  const before = new Date(start.getTime() - windowSeconds * second);
  const weight = weightOf(ctx.now, windowSeconds);
  const taken = await ctx.db.$executeRaw`
    with earlier as (
      select coalesce(max(count), 0) * ${weight}::float8 as load
      from rate_window where key = ${key} and start_at = ${before}::timestamptz
    )
    insert into rate_window as w (key, start_at, count)
    select ${key}, ${start}::timestamptz, 1 from earlier where load + 1 <= ${limit}::float8
    on conflict (key, start_at) do update set count = w.count + 1
      where w.count + 1 + (select load from earlier) <= ${limit}::float8`;
  return taken > 0;
}

/**
 * `takeRateLimit` for several keys in one statement, each counted by its own limit; answers the keys that refused.
 * Who is refused by one key has still been counted by the others.
 */
export async function takeRateLimits(
  ctx: Ctx,
  wanted: readonly { key: string; limit: number }[],
  windowSeconds: number,
): Promise<string[]> {
  const start = startOf(ctx.now, windowSeconds);
  const before = new Date(start.getTime() - windowSeconds * second);
  const weight = weightOf(ctx.now, windowSeconds);
  // Always in the same order: two transactions then wait for each other and do not deadlock.
  const sorted = wanted.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const rows = await ctx.db.$queryRaw<{ key: string }[]>(
    prepared(Prisma.sql`
    with wanted as (
      select w.key, w.max, coalesce(e.count, 0) * ${weight}::float8 as load
      from unnest(${sorted.map(({ key }) => key)}::text[], ${sorted.map(({ limit }) => limit)}::float8[]) w (key, max)
      left join rate_window e on e.key = w.key and e.start_at = ${before}::timestamptz
    ), taken as (
      insert into rate_window as w (key, start_at, count)
      select key, ${start}::timestamptz, 1 from wanted where load + 1 <= max order by key
      on conflict (key, start_at) do update set count = w.count + 1
        where w.count + 1 + (select load from wanted where wanted.key = excluded.key)
          <= (select max from wanted where wanted.key = excluded.key)
      returning key
    )
    select key from wanted where key not in (select key from taken)`),
  );
  return rows.map(({ key }) => key);
}

/** Takes back one act that `takeRateLimit` counted with the same arguments. */
export async function giveBackRateLimit(ctx: Ctx, key: string, windowSeconds: number): Promise<void> {
  await ctx.db.$executeRaw`
    update rate_window set count = count - 1
    where key = ${key} and start_at = ${startOf(ctx.now, windowSeconds)}::timestamptz and count > 0`;
}

/** When `takeRateLimit` would next answer true for the key, if nothing else happens; `ctx.now` when it would now. */
export async function findRateLimitEnd(ctx: Ctx, key: string, limit: number, windowSeconds: number): Promise<Date> {
  const start = startOf(ctx.now, windowSeconds);
  const rows = await ctx.db.rateWindow.findMany({
    where: { key, startAt: { gte: new Date(start.getTime() - windowSeconds * second) } },
  });
  const countAt = (at: number) => rows.find((row) => row.startAt.getTime() === at)?.count ?? 0;
  const windowMs = windowSeconds * second;
  const [earlier, current] = [countAt(start.getTime() - windowMs), countAt(start.getTime())];
  const free =
    current + 1 <= limit
      ? start.getTime() + elapsedUntil(earlier, limit - current - 1, windowMs)
      : start.getTime() + windowMs + elapsedUntil(current, limit - 1, windowMs);
  return new Date(Math.max(ctx.now.getTime(), Math.ceil(free)));
}

/** Milliseconds into a window until the previous window's count weighs no more than `room`. */
function elapsedUntil(count: number, room: number, windowMs: number): number {
  return count <= room ? 0 : windowMs * (1 - room / count);
}

/** No window is longer than a day, and one before it may still count. */
export const sweepRateWindows = defineJob({
  name: "platform.sweep-rate-windows",
  payload: z.object({}),
  async run(ctx) {
    await ctx.db.rateWindow.deleteMany({
      where: { startAt: { lt: new Date(ctx.now.getTime() - 49 * 3_600 * second) } },
    });
  },
});
