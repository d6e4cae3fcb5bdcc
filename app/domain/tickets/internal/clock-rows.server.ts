import type { Span, Stretch, Target } from "~/domain/sla/clock-facts";
import { Prisma } from "~/platform/db.server";

/** Instants inside JSON are milliseconds. */
export type Millis<T> = { [K in keyof T]: Date extends T[K] ? number | Exclude<T[K], Date> : T[K] };
/** A column as such a number. */
export function millis(column: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(extract(epoch from ${column}) * 1000)::bigint`;
}

/** A cycle `s` with the steps that fired. */
export const TARGET = Prisma.sql`json_build_object('id', s.id, 'kind', s.kind, 'cycle', s.cycle,
  'policyVersionId', s.policy_version_id, 'calendarVersionId', s.calendar_version_id, 'calendarId', s.calendar_id,
  'priority', s.priority, 'clock', s.clock, 'budgetSeconds', s.budget_seconds,
  'startedAt', ${millis(Prisma.sql`s.started_at`)}, 'dueAt', ${millis(Prisma.sql`s.due_at`)},
  'warnAt', ${millis(Prisma.sql`s.warn_at`)}, 'usedSeconds', s.used_seconds, 'pausedSeconds', s.paused_seconds,
  'pausedAt', ${millis(Prisma.sql`s.paused_at`)}, 'metAt', ${millis(Prisma.sql`s.met_at`)},
  'breachedAt', ${millis(Prisma.sql`s.breached_at`)}, 'cancelledAt', ${millis(Prisma.sql`s.cancelled_at`)},
  'nextAlarmAt', ${millis(Prisma.sql`s.next_alarm_at`)},
  'fired', coalesce((select json_agg(a.step) from sla_alarm a where a.target_id = s.id), '[]'))`;

const instant = (ms: number) => new Date(ms);
const maybe = (ms: number | null) => (ms === null ? null : new Date(ms));

export const toSpan = (row: Millis<Span>): Span => ({ ...row, from: instant(row.from), to: maybe(row.to) });

/** A stretch as a row of JSON: without names or id, since a ticket may have hundreds. */
export type StretchRow = [state: Stretch["state"], from: number, to: number | null];
/** The columns of a span `s` as such a row. */
export const STRETCH = Prisma.sql`json_build_array(s.state, ${millis(Prisma.sql`s."from"`)}, ${millis(Prisma.sql`s."to"`)})`;
export const toStretch = ([state, from, to]: StretchRow): Stretch => ({ state, from: instant(from), to: maybe(to) });

export function toTarget(row: Millis<Target>): Target {
  return {
    ...row,
    startedAt: instant(row.startedAt),
    dueAt: maybe(row.dueAt),
    warnAt: maybe(row.warnAt),
    pausedAt: maybe(row.pausedAt),
    metAt: maybe(row.metAt),
    breachedAt: maybe(row.breachedAt),
    cancelledAt: maybe(row.cancelledAt),
    nextAlarmAt: instant(row.nextAlarmAt),
  };
}
