import fc from "fast-check";
import { expect, test } from "vitest";
import { useDatabase } from "#tests/support/use-database";
import { type Ctx, systemCtx } from "./ctx.server";
import { findRateLimitEnd, giveBackRateLimit, sweepRateWindows, takeRateLimit } from "./rate-limit.server";
import { inTransaction } from "./transaction.server";

useDatabase({ cast: false });

const WINDOW = 900;
const NOON = Date.parse("2026-11-20T12:00:00Z");
const at = (seconds: number): Ctx => systemCtx({ now: new Date(NOON + seconds * 1000) });

test("twenty at once get exactly the limit", async () => {
  const taken = await Promise.all(Array.from({ length: 20 }, () => takeRateLimit(at(1), "many", 7, WINDOW)));
  expect(taken.filter(Boolean)).toHaveLength(7);
});

test("the window slides: the older one counts by its overlap", async () => {
  for (let i = 0; i < 10; i++) expect(await takeRateLimit(at(0), "slide", 10, WINDOW)).toBe(true);
  expect(await takeRateLimit(at(WINDOW - 1), "slide", 10, WINDOW)).toBe(false);
  // Half a window later half of the ten still count.
  const half = WINDOW * 1.5;
  for (let i = 0; i < 5; i++) expect(await takeRateLimit(at(half), "slide", 10, WINDOW)).toBe(true);
  expect(await takeRateLimit(at(half), "slide", 10, WINDOW)).toBe(false);
  expect(await takeRateLimit(at(WINDOW * 4), "slide", 10, WINDOW)).toBe(true);
});

test("a refused act is not counted, a returned one neither, keys stand apart", async () => {
  expect(await takeRateLimit(at(0), "one", 1, WINDOW)).toBe(true);
  for (let i = 0; i < 5; i++) expect(await takeRateLimit(at(0), "one", 1, WINDOW)).toBe(false);
  await giveBackRateLimit(at(0), "one", WINDOW);
  await giveBackRateLimit(at(0), "one", WINDOW);
  expect(await takeRateLimit(at(0), "one", 1, WINDOW)).toBe(true);
  expect(await takeRateLimit(at(0), "one", 1, WINDOW)).toBe(false);
  expect(await takeRateLimit(at(0), "other", 1, WINDOW)).toBe(true);
  expect(await takeRateLimit(at(0), "never", 0, WINDOW)).toBe(false);
});

test("a rolled-back transaction takes its act back; a statement of its own stands", async () => {
  const ctx = at(0);
  await inTransaction(ctx, async (ctx) => {
    await takeRateLimit(ctx, "rolled", 1, WINDOW);
    throw new Error("fails");
  }).catch(() => undefined);
  expect(await takeRateLimit(ctx, "rolled", 1, WINDOW)).toBe(true);
  expect(await takeRateLimit(ctx, "rolled", 1, WINDOW)).toBe(false);
});

test("the promised end is the moment from which it works, to the second", async () => {
  let n = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 6 }),
      fc.array(fc.integer({ min: 0, max: 1799 }), { maxLength: 14 }),
      async (limit, seconds) => {
        const key = `end ${n++}`;
        const last = seconds.length ? Math.max(...seconds) : 0;
        for (const second of seconds.toSorted((a, b) => a - b)) await takeRateLimit(at(second), key, limit, WINDOW);
        const end = await findRateLimitEnd(at(last), key, limit, WINDOW);
        expect(end.getTime()).toBeGreaterThanOrEqual(at(last).now.getTime());
        const early = new Date(Math.max(end.getTime() - 1_000, at(last).now.getTime()));
        const waits = end > early && end > at(last).now;
        expect(waits && (await takeRateLimit(systemCtx({ now: early }), key, limit, WINDOW))).toBe(false);
        expect(await takeRateLimit(systemCtx({ now: end }), key, limit, WINDOW)).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});

test("old windows are swept, and sweeping twice is no matter", async () => {
  const later = systemCtx({ now: new Date(NOON + 72 * 3_600_000) });
  await takeRateLimit(later, "fresh", 1, WINDOW);
  for (let i = 0; i < 2; i++) await sweepRateWindows.run(later, {});
  expect(await later.db.rateWindow.findMany({ select: { key: true } })).toEqual([{ key: "fresh" }]);
});
