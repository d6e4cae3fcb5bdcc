import type { CompiledCalendar } from "~/domain/calendars/compile-calendar";
import { elapsed } from "~/domain/calendars/elapsed";
import { listSegments } from "~/domain/calendars/list-segments";
import { toDate, toSeconds } from "~/domain/calendars/pauses";
import type { ClockVersion, Stretch, Target } from "./clock-facts";
import { calendarOf, pausesOf } from "./compute-cycle";
import type { ClockExplanation, ClockState, ClockView } from "./views";

/** A cycle's row with the names that go with it. */
export type NamedTarget = Target & {
  policy: ClockView["policy"];
  calendarName: string | null;
};

const WEEK = 7 * 86_400;

/**
 * A cycle as of `now`: a due time that has passed is overdue, whether or not the sweep has seen it. A cycle that was met
 * has its seconds in its row.
 */
export function viewClock(
  target: NamedTarget,
  version: ClockVersion,
  stretches: readonly Stretch[],
  now: Date,
): ClockView {
  const { id, kind, cycle, priority, clock, policy, startedAt, dueAt, warnAt, metAt, budgetSeconds } = target;
  const calendar = calendarOf(clock, version.calendar);
  const state = stateOf(target, now);
  const { usedSeconds, pausedSeconds } = metAt ? target : countSeconds(target, calendar, version, stretches, now);
  return {
    id,
    kind,
    cycle,
    state,
    priority,
    clock,
    policy,
    calendar:
      target.calendarId && target.calendarName !== null
        ? {
            id: target.calendarId,
            name: target.calendarName,
            timeZone: version.calendar.timeZone,
            hours: version.calendar.hours,
          }
        : null,
    startedAt,
    dueAt,
    warnAt,
    metAt,
    breachedAt: target.breachedAt ?? (state === "breached" ? dueAt : null),
    budgetSeconds,
    usedSeconds,
    pausedSeconds,
    closesAt: state === "running" && clock === "working" ? closesAt(calendar, now) : null,
  };
}

/** The stretches that lead to a due time, on until now when it has passed or does not come. */
export function explainCycle(
  target: NamedTarget,
  version: ClockVersion,
  stretches: readonly Stretch[],
  now: Date,
): ClockExplanation {
  const calendar = calendarOf(target.clock, version.calendar);
  const pauses = pausesOf(stretches, version.rules);
  const coming = target.dueAt && target.dueAt > now ? target.dueAt : now;
  const end = target.metAt ?? target.cancelledAt ?? coming;
  return {
    clock: viewClock(target, version, stretches, now),
    segments: listSegments(calendar, target.startedAt, end, pauses).map((segment) => ({
      ...segment,
      seconds: toSeconds(segment.to) - toSeconds(segment.from),
    })),
    pauses: pauses
      .filter(({ from, to }) => from < end && (to === null || to > target.startedAt))
      .map(({ state, from, to }) => ({ state, from, to })),
  };
}

/** What a cycle that is not met used so far, or until it was called off, and what pauses took away from it. */
function countSeconds(
  { startedAt, cancelledAt }: Target,
  calendar: CompiledCalendar,
  { rules }: ClockVersion,
  stretches: readonly Stretch[],
  now: Date,
): { usedSeconds: number; pausedSeconds: number } {
  const end = cancelledAt ?? now;
  const usedSeconds = elapsed(calendar, startedAt, end, pausesOf(stretches, rules));
  return { usedSeconds, pausedSeconds: elapsed(calendar, startedAt, end) - usedSeconds };
}

function stateOf({ metAt, cancelledAt, breachedAt, dueAt, pausedAt }: Target, now: Date): ClockState {
  if (cancelledAt) return "cancelled";
  if (metAt) return breachedAt ? "missed" : "met";
  if (breachedAt || (dueAt && toSeconds(dueAt) < toSeconds(now))) return "breached";
  return pausedAt ? "paused" : "running";
}

/** The end of the hours that are open now; null while closed, and when they stay open for a week. */
function closesAt(calendar: CompiledCalendar, now: Date): Date | null {
  const from = toSeconds(now);
  let end = from;
  for (const [open, close] of calendar.intervals(from, from + WEEK)) {
    if (open > end) break;
    end = close;
  }
  return end === from || end >= from + WEEK ? null : toDate(end);
}
