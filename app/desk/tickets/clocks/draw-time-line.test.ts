import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileCalendar } from "~/domain/calendars/compile-calendar";
import { deadline } from "~/domain/calendars/deadline";
import { listSegments } from "~/domain/calendars/list-segments";
import { calendarRules } from "~/domain/calendars/schema";
import type { ClockExplanation, ClockView } from "~/domain/sla/views";
import { drawTimeLine } from "./draw-time-line";

const ROME = "Europe/Rome";
const office = compileCalendar(
  calendarRules.parse({
    timeZone: ROME,
    hours: Object.fromEntries(["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((d) => [d, [["00:30", "18:00"]]])),
  }),
);

/** A running clock of the office hours, explained from its start to its due time. */
function explained(start: string, budgetSeconds: number, pauses: { from: Date; to: Date }[] = []): ClockExplanation {
  const startedAt = new Date(start);
  const dueAt = deadline(office, startedAt, budgetSeconds, pauses)!;
  const clock: ClockView = {
    id: "c",
    kind: "resolution",
    cycle: 1,
    state: "running",
    priority: "normal",
    clock: "working",
    policy: { id: "p", name: "Gold", version: 1 },
    calendar: { id: "k", name: "Office", timeZone: ROME, hours: {} },
    startedAt,
    dueAt,
    warnAt: null,
    metAt: null,
    breachedAt: null,
    budgetSeconds,
    usedSeconds: 0,
    pausedSeconds: 0,
    closesAt: null,
  };
  const segments = listSegments(office, startedAt, dueAt, pauses).map((segment) => ({
    ...segment,
    seconds: (segment.to.getTime() - segment.from.getTime()) / 1_000,
  }));
  return { clock, segments, pauses: pauses.map((pause) => ({ ...pause, state: "waiting_customer" })) };
}

const anyCase = fc.record({
  start: fc.integer({ min: Date.UTC(2026, 0, 1) / 1_000, max: Date.UTC(2027, 0, 1) / 1_000 }),
  budget: fc.integer({ min: 1, max: 40 * 86_400 }),
  after: fc.integer({ min: 0, max: 60 * 86_400 }),
  pause: fc.option(
    fc.record({ after: fc.integer({ min: 1, max: 500_000 }), takes: fc.integer({ min: 1, max: 90_000 }) }),
  ),
});

test("stretches lie side by side over the whole line, to scale, and add up to the budget at the due time", () => {
  fc.assert(
    fc.property(anyCase, ({ start, budget, after, pause }) => {
      const at = (seconds: number) => new Date((start + seconds) * 1_000);
      const pauses = pause ? [{ from: at(pause.after), to: at(pause.after + pause.takes) }] : [];
      const line = drawTimeLine(explained(at(0).toISOString(), budget, pauses), at(after), ROME);
      const { stretches } = line;
      stretches.forEach((stretch, i) => {
        expect(stretch.width).toBeGreaterThan(0);
        expect(stretch.x).toBeCloseTo(i === 0 ? 0 : stretches[i - 1]!.x + stretches[i - 1]!.width, 6);
        expect(stretch.toCome).toBe(stretch.from >= at(after));
      });
      expect(stretches.at(-1)?.used).toBe(budget);
      expect(stretches.filter((s) => s.kind === "working").reduce((sum, s) => sum + s.seconds, 0)).toBe(budget);
      expect(line.ticks.length).toBeLessThanOrEqual(7);
      for (const x of [line.dueX, line.nowX, ...line.ticks.map((tick) => tick.x)]) {
        expect(x ?? 0).toBeGreaterThanOrEqual(0);
        expect(x ?? 0).toBeLessThanOrEqual(100 + 1e-9);
      }
    }),
    { numRuns: 60 },
  );
});

describe("the wall clock", () => {
  test("a line over the last Sunday of March shows the hour that is skipped", () => {
    const { changes } = drawTimeLine(explained("2026-03-28T10:00:00Z", 50_000), new Date("2026-03-29T12:00:00Z"), ROME);
    expect(changes).toMatchObject([{ at: new Date("2026-03-29T01:00:00Z"), by: 3_600 }]);
  });
  test("and of October the one that comes twice", () => {
    const { changes } = drawTimeLine(explained("2026-10-24T10:00:00Z", 50_000), new Date("2026-10-25T12:00:00Z"), ROME);
    expect(changes).toMatchObject([{ at: new Date("2026-10-25T01:00:00Z"), by: -3_600 }]);
  });
  test("days begin at the calendar's midnight, before and after a change", () => {
    const { ticks, daily } = drawTimeLine(
      explained("2026-03-27T10:00:00Z", 200_000),
      new Date("2026-03-27T11:00:00Z"),
      ROME,
    );
    expect(daily).toBe(true);
    expect(ticks.map(({ at }) => at.toISOString())).toEqual([
      "2026-03-27T23:00:00.000Z",
      "2026-03-28T23:00:00.000Z",
      "2026-03-29T22:00:00.000Z",
    ]);
  });
});

test("a pause says what it was", () => {
  const pauses = [{ from: new Date("2026-11-20T10:00:00Z"), to: new Date("2026-11-20T11:00:00Z") }];
  const { stretches } = drawTimeLine(
    explained("2026-11-20T09:00:00Z", 7_200, pauses),
    new Date("2026-11-20T10:30:00Z"),
    ROME,
  );
  expect(stretches.map(({ kind, state, toCome, used }) => [kind, state, toCome, used])).toEqual([
    ["working", null, false, 3_600],
    ["paused", "waiting_customer", false, 3_600],
    ["paused", "waiting_customer", true, 3_600],
    ["working", null, true, 7_200],
  ]);
});
