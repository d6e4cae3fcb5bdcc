import { alwaysOpen } from "~/domain/calendars/always-open";
import type { CompiledCalendar } from "~/domain/calendars/compile-calendar";
import { deadline } from "~/domain/calendars/deadline";
import { elapsed } from "~/domain/calendars/elapsed";
import { mergePauses, type Pause, toDate, toSeconds } from "~/domain/calendars/pauses";
import type { SlaClock, SlaKind, TicketState } from "~/generated/prisma/enums";
import type { Stretch } from "./clock-facts";
import type { LadderStep, PolicyRules } from "./schema";

/** "Due soon" begins when a quarter of the budget is left. */
const LAST_QUARTER = 4;

/** A moment of a cycle at which something is to be done; null while a pause or the hours keep it from coming. */
export type Alarm = { step: string; at: Date | null };

export type ComputedCycle = {
  dueAt: Date | null;
  warnAt: Date | null;
  /** Up to `pausedAt` while paused, up to the end once it ended, else 0: a running clock needs no number. */
  usedSeconds: number;
  pausedSeconds: number;
  pausedAt: Date | null;
  /** Warning, breach and the ladder's steps. What is due at the due time comes one second later: until then it is met. */
  alarms: Alarm[];
};

type Cycle = { kind: SlaKind; startedAt: Date; budgetSeconds: number };

/** The calendar that a clock goes by: wall time is open day and night. */
export const calendarOf = (clock: SlaClock, working: CompiledCalendar): CompiledCalendar =>
  clock === "wall" ? alwaysOpen : working;

/** Whether a policy's clocks stand still in a state. In solved and closed they always do. */
export const isPausing = (state: TicketState, { pauses }: Pick<PolicyRules, "pauses">): boolean =>
  state === "solved" || state === "closed" || pauses.some((pausing) => pausing === state);

/** The stretches in which a policy's clocks stand still. */
export const pausesOf = (stretches: readonly Stretch[], rules: Pick<PolicyRules, "pauses">): Stretch[] =>
  stretches.filter(({ state }) => isPausing(state, rules));

/**
 * Everything that follows from a cycle's start, budget, hours and pauses, at second grain. `end` is when it was met or
 * cancelled: what comes later counts for nothing. A calendar that never gets there has no due time and no pause.
 */
export function computeCycle(
  { kind, startedAt, budgetSeconds }: Cycle,
  calendar: CompiledCalendar,
  allPauses: readonly Pause[],
  ladder: readonly LadderStep[],
  end: Date | null = null,
): ComputedCycle {
  const pauses = end ? allPauses.filter(({ from }) => toSeconds(from) < toSeconds(end)) : allPauses;
  const start = toSeconds(startedAt);
  const after = (seconds: number) => deadline(calendar, startedAt, seconds, pauses);
  const dueAt = after(budgetSeconds);
  const lasting = mergePauses(pauses).find(([, to]) => to === Infinity);
  const pausedAt = !dueAt && !end && lasting ? toDate(Math.max(start, lasting[0])) : null;
  const until = end ?? pausedAt;
  const stepAlarms = ladder
    .filter((step) => step.kind === "any" || step.kind === kind)
    .map((step) => ({ step: step.id, seconds: secondsOfStep(step, budgetSeconds) }));
  return {
    dueAt,
    warnAt: after(secondsOfWarning(budgetSeconds)),
    usedSeconds: until ? elapsed(calendar, startedAt, until, pauses) : 0,
    pausedSeconds: secondsPaused(calendar, start, pauses, end),
    pausedAt,
    alarms: [
      { step: "warning", seconds: secondsOfWarning(budgetSeconds) },
      { step: "breach", seconds: budgetSeconds },
      ...stepAlarms,
    ].map(({ step, seconds }) => ({ step, at: oneLater(after(seconds), seconds === budgetSeconds) })),
  };
}

/** When at most a quarter of the budget is left: three quarters, rounded up to a second. */
export const secondsOfWarning = (budgetSeconds: number): number =>
  budgetSeconds - Math.floor(budgetSeconds / LAST_QUARTER);

/** A step's place on the clock: a percentage is rounded up, an offset from the due time begins with the cycle at the earliest. */
export const secondsOfStep = ({ at }: Pick<LadderStep, "at">, budgetSeconds: number): number =>
  "percent" in at ? Math.ceil((budgetSeconds * at.percent) / 100) : Math.max(0, budgetSeconds + at.offset);

const oneLater = (at: Date | null, later: boolean): Date | null => at && (later ? new Date(at.getTime() + 1_000) : at);

/** What pauses took away on the calendar; a lasting one counts once the cycle ended. */
function secondsPaused(calendar: CompiledCalendar, start: number, pauses: readonly Pause[], end: Date | null): number {
  let seconds = 0;
  for (const [from, to] of mergePauses(pauses)) {
    const until = end ? Math.min(to, toSeconds(end)) : to;
    if (until !== Infinity) seconds += calendar.worked(Math.max(start, from), until);
  }
  return seconds;
}
