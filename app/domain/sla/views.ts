import type { WeekHours } from "~/domain/calendars/schema";
import type { Priority, SlaClock, SlaKind } from "~/generated/prisma/enums";

/**
 * How a cycle stands. `breached`: overdue and still to be done; `missed`: done after its due time; `paused`: standing
 * still; `cancelled`: nobody waits for it any more.
 */
export type ClockState = "running" | "paused" | "met" | "breached" | "missed" | "cancelled";

/** One cycle of a target as screens and the API show it, as of `ctx.now`. Seconds are on the target's own clock. */
export type ClockView = {
  id: string;
  kind: SlaKind;
  cycle: number;
  state: ClockState;
  priority: Priority;
  clock: SlaClock;
  policy: { id: string; name: string; version: number };
  /** Null on wall time. */
  calendar: { id: string; name: string; timeZone: string; hours: WeekHours } | null;
  startedAt: Date;
  /** Null while paused, and when the hours never get there. */
  dueAt: Date | null;
  /** From here on it is due soon. */
  warnAt: Date | null;
  metAt: Date | null;
  breachedAt: Date | null;
  budgetSeconds: number;
  usedSeconds: number;
  pausedSeconds: number;
  /** When the hours close next, while the clock runs on working time; null day and night. */
  closesAt: Date | null;
};

/** A ticket's clocks: open cycles first in the order of SLA_KINDS, then past ones, newest first. */
export type ClocksView = {
  clocks: ClockView[];
  /** A change of policy, hours or contract has not reached this ticket yet. */
  recomputing: boolean;
};

/** How a due time came about: stretches in order and without gaps, from the start to the end of the cycle (or now, or due). */
export type ClockExplanation = {
  clock: ClockView;
  segments: { kind: "working" | "paused" | "closed"; from: Date; to: Date; seconds: number }[];
  /** What each pause was. */
  pauses: { state: string; from: Date; to: Date | null }[];
};
