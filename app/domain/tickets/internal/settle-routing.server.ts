import { ADD_ASSIGN_JOB } from "~/domain/routing/enqueue-assignment.server";
import { wakeQueues } from "~/domain/routing/wake-queues.server";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import { setHandBackTimes } from "./hand-back-times.server";
import { passOnReturned } from "./pass-on-returned.server";
import type { Settled } from "./settled";
import type { Written } from "./written";

/**
 * Sets automatic assignment going where a ticket has nobody or a place came free, passes on what comes back to somebody
 * who is not there, and keeps the reason for waiting and the time of handing back. A new ticket costs one statement.
 */
export async function settleRouting(ctx: Ctx, written: readonly Written[]): Promise<void> {
  const settled = await ctx.db.$queryRaw<Settled[]>(
    prepared(
      statement(
        ctx,
        written.map(({ id }) => id),
      ),
    ),
  );
  const before = new Map(written.map((one) => [one.id, one.before]));
  const returned = settled.filter((now) => comesBack(ctx, before.get(now.id) ?? null, now));
  if (returned.length) await passOnReturned(ctx, returned);
  await keepColumns(ctx, settled, before);

  const freed = new Set(settled.flatMap((now) => freedBy(before.get(now.id) ?? null, now) ?? []));
  if (freed.size) await wakeQueues(ctx, { personIds: [...freed].sort() });
}

type Before = Written["before"];
const inHand = (before: NonNullable<Before>): boolean =>
  !before.deletedAt && (before.state === "new" || before.state === "open");

/** Became work again by no act of the desk, while its assignee is not there. */
function comesBack(ctx: Ctx, before: Before, now: Settled): boolean {
  const byStaff = ctx.actor.kind === "person" && ctx.actor.role !== "customer";
  return !byStaff && before !== null && !inHand(before) && now.counts && now.gone && now.assigneeId !== null;
}

/** Whose place came free, or may have: another priority may take fewer. */
function freedBy(before: Before, now: Settled): string | null {
  if (!before?.assigneeId || !inHand(before)) return null;
  const kept = now.counts && now.assigneeId === before.assigneeId && now.priority === before.priority;
  return kept ? null : before.assigneeId;
}

async function keepColumns(ctx: Ctx, settled: readonly Settled[], before: ReadonlyMap<string, Before>): Promise<void> {
  const reasonless = settled.filter(
    (now) => now.waitReason && (now.assigneeId || !now.counts || !now.auto || moved(before.get(now.id) ?? null, now)),
  );
  if (reasonless.length)
    await ctx.db.$executeRaw`
      update ticket set wait_reason = null where id = any(${reasonless.map(({ id }) => id)}::uuid[])`;
  await setHandBackTimes(ctx, settled, before);
}

const moved = (before: Before, now: Settled): boolean => before !== null && before.queueId !== now.queueId;

const statement = (ctx: Ctx, ids: readonly string[]): Prisma.Sql => Prisma.sql`
  with settled as materialized (
    select t.id, t.queue_id, t.requester_id, t.assignee_id, t.wait_reason, t.hand_back_at, t.priority, q.idle_minutes,
      t.deleted_at is null and t.state in ('new', 'open') as counts,
      q.assignment <> 'manual' as auto
    from ticket t join queue q on q.id = t.queue_id
    where t.id = any(${[...ids]}::uuid[])
  ), queued as materialized (
    select (${ADD_ASSIGN_JOB}).id
    from (select distinct queue_id from settled where counts and auto and assignee_id is null order by queue_id) waiting
  )
  select s.id, s.queue_id as "queueId", s.requester_id as "requesterId", s.assignee_id as "assigneeId", s.counts, s.auto, s.priority,
    s.wait_reason as "waitReason", s.hand_back_at as "handBackAt", s.idle_minutes as "idleMinutes",
    coalesce(p.deactivated_at is not null or p.role = 'customer' or ab.person_id is not null, false) as gone,
    stand.id as "standInId", (select count(*)::int from queued) as queued
  from settled s
  left join person p on p.id = s.assignee_id
  left join absence ab on ab.person_id = s.assignee_id and s.counts
    and ab."from" <= ${ctx.now}::timestamptz and ab."to" > ${ctx.now}::timestamptz
  left join person stand on stand.id = ab.stand_in_id and stand.deactivated_at is null and stand.role <> 'customer'
    and not exists (select 1 from absence other where other.person_id = stand.id
      and other."from" <= ${ctx.now}::timestamptz and other."to" > ${ctx.now}::timestamptz)`;
