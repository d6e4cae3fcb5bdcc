import type { Priority, SlaClock, SlaKind, TicketState } from "~/generated/prisma/enums";
import type { CompiledCalendar } from "~/domain/calendars/compile-calendar";
import type { PolicyRules } from "./schema";

/** A stretch spent waiting, asleep, solved or closed; `to` is null while it lasts. */
export type Stretch = { state: TicketState; from: Date; to: Date | null };

/** A stretch as its row says. */
export type Span = Stretch & { id: string };

/** What clocks go by: a ticket's facts without the ticket. */
export type ClockFacts = {
  state: TicketState;
  priority: Priority;
  createdAt: Date;
  /** Somebody of the customer's side wrote first. */
  openedByCustomer: boolean;
  firstReplyAt: Date | null;
  lastCustomerAt: Date | null;
  lastAgentAt: Date | null;
  /** 9999-12-31 when nobody waits. */
  waitingSince: Date;
  solvedAt: Date | null;
  closedAt: Date | null;
  deletedAt: Date | null;
  merged: boolean;
  spans: readonly Span[];
  /** Replies between pressing Send and their release, with the state that they leave the ticket in. */
  outgoing: readonly { pressedAt: Date; leavesIt: TicketState }[];
};

/** One cycle of a target, as its row says. */
export type Target = {
  id: string;
  kind: SlaKind;
  cycle: number;
  policyVersionId: string;
  calendarVersionId: string | null;
  calendarId: string | null;
  priority: Priority;
  clock: SlaClock;
  budgetSeconds: number;
  startedAt: Date;
  dueAt: Date | null;
  warnAt: Date | null;
  usedSeconds: number;
  pausedSeconds: number;
  pausedAt: Date | null;
  metAt: Date | null;
  breachedAt: Date | null;
  cancelledAt: Date | null;
  nextAlarmAt: Date;
};

/** A policy's version with the hours that its working time goes by. */
export type ClockPolicy = {
  policyId: string;
  versionId: string;
  archived: boolean;
  rules: PolicyRules;
  calendar: { calendarId: string; versionId: string; compiled: CompiledCalendar };
};

/** The version that a cycle ran under. */
export type ClockVersion = { rules: PolicyRules; calendar: CompiledCalendar };
