import type { ClockColumns } from "~/domain/sla/settle-ticket-clocks";
import type { Span, Target } from "~/domain/sla/clock-facts";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";

export type ClockWrites = {
  spans: (Span & { ticketId: string })[];
  /** Those that end before those that begin. */
  targets: (Target & { ticketId: string })[];
  tickets: (ClockColumns & { id: string; clockVersion: number })[];
};

/** Writes what changed on any number of tickets: a statement for each table that has something. */
export async function writeClocks(ctx: Ctx, { spans, targets, tickets }: ClockWrites): Promise<void> {
  if (spans.length) await writeSpans(ctx, spans);
  if (targets.length) await writeTargets(ctx, targets);
  if (tickets.length) await writeColumns(ctx, tickets);
}

const writeSpans = (ctx: Ctx, spans: ClockWrites["spans"]) =>
  ctx.db.$executeRaw(
    prepared(Prisma.sql`
  insert into state_span (id, ticket_id, state, "from", "to")
  select id, ticket_id, state::ticket_state, "from", "to" from unnest(
    ${spans.map((s) => s.id)}::uuid[], ${spans.map((s) => s.ticketId)}::uuid[], ${spans.map((s) => s.state)}::text[],
    ${spans.map((s) => s.from)}::timestamptz[], ${spans.map((s) => s.to)}::timestamptz[]
  ) with ordinality as s (id, ticket_id, state, "from", "to", n) order by n
  on conflict (id) do update set "to" = excluded."to"`),
  );

const writeTargets = (ctx: Ctx, rows: ClockWrites["targets"]) =>
  ctx.db.$executeRaw(
    prepared(Prisma.sql`
  insert into sla_target (id, ticket_id, kind, cycle, policy_version_id, calendar_version_id, calendar_id, priority,
    clock, budget_seconds, started_at, due_at, warn_at, used_seconds, paused_seconds, paused_at, met_at, breached_at,
    cancelled_at, next_alarm_at)
  select id, ticket_id, kind::sla_kind, cycle, policy_version_id, calendar_version_id, calendar_id, priority::priority,
    clock::sla_clock, budget_seconds, started_at, due_at, warn_at, used_seconds, paused_seconds, paused_at, met_at,
    breached_at, cancelled_at, next_alarm_at
  from unnest(
    ${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.ticketId)}::uuid[], ${rows.map((r) => r.kind)}::text[],
    ${rows.map((r) => r.cycle)}::int[], ${rows.map((r) => r.policyVersionId)}::uuid[],
    ${rows.map((r) => r.calendarVersionId)}::uuid[], ${rows.map((r) => r.calendarId)}::uuid[],
    ${rows.map((r) => r.priority)}::text[], ${rows.map((r) => r.clock)}::text[],
    ${rows.map((r) => r.budgetSeconds)}::int[], ${rows.map((r) => r.startedAt)}::timestamptz[],
    ${rows.map((r) => r.dueAt)}::timestamptz[], ${rows.map((r) => r.warnAt)}::timestamptz[],
    ${rows.map((r) => r.usedSeconds)}::int[], ${rows.map((r) => r.pausedSeconds)}::int[],
    ${rows.map((r) => r.pausedAt)}::timestamptz[], ${rows.map((r) => r.metAt)}::timestamptz[],
    ${rows.map((r) => r.breachedAt)}::timestamptz[], ${rows.map((r) => r.cancelledAt)}::timestamptz[],
    ${rows.map((r) => r.nextAlarmAt)}::timestamptz[]
  ) with ordinality as r (id, ticket_id, kind, cycle, policy_version_id, calendar_version_id, calendar_id, priority,
    clock, budget_seconds, started_at, due_at, warn_at, used_seconds, paused_seconds, paused_at, met_at, breached_at,
    cancelled_at, next_alarm_at, n)
  order by n
  on conflict (id) do update set policy_version_id = excluded.policy_version_id,
    calendar_version_id = excluded.calendar_version_id, calendar_id = excluded.calendar_id,
    priority = excluded.priority, clock = excluded.clock, budget_seconds = excluded.budget_seconds,
    started_at = excluded.started_at, due_at = excluded.due_at, warn_at = excluded.warn_at,
    used_seconds = excluded.used_seconds, paused_seconds = excluded.paused_seconds, paused_at = excluded.paused_at,
    met_at = excluded.met_at, breached_at = excluded.breached_at, cancelled_at = excluded.cancelled_at,
    next_alarm_at = excluded.next_alarm_at`),
  );

const writeColumns = (ctx: Ctx, rows: ClockWrites["tickets"]) =>
  ctx.db.$executeRaw(
    prepared(Prisma.sql`
  update ticket t set next_due_at = r.next_due_at, due_kind = r.due_kind::sla_kind, due_warn_at = r.due_warn_at,
    due_soon = r.due_soon, clock_paused = r.clock_paused, clock_version = r.clock_version
  from unnest(
    ${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.nextDueAt)}::timestamptz[],
    ${rows.map((r) => r.dueKind)}::text[], ${rows.map((r) => r.dueWarnAt)}::timestamptz[],
    ${rows.map((r) => r.dueSoon)}::boolean[], ${rows.map((r) => r.clockPaused)}::boolean[],
    ${rows.map((r) => r.clockVersion)}::int[]
  ) as r (id, next_due_at, due_kind, due_warn_at, due_soon, clock_paused, clock_version)
  where t.id = r.id`),
  );
