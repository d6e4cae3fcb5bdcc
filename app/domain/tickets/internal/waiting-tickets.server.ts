import type { Priority } from "~/generated/prisma/enums";
import type { TicketFacts } from "~/domain/routing/choose-assignee";
import type { AssignmentCursor } from "~/domain/routing/enqueue-assignment.server";
import { foldRegion } from "~/domain/routing/fold-region";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";

/** A locked ticket that nobody has. */
export type WaitingTicket = {
  id: string;
  requesterId: string;
  priority: Priority;
  dueAt: string;
  waitReason: string | null;
  facts: TicketFacts;
};

// Spelt as in the index ticket_to_assign.
const WAITS = Prisma.sql`t.assignee_id is null and t.deleted_at is null and t.state in ('new', 'open')`;
/** A customer's tickets that are looked through for the one that an agent answered last. */
const LOOKED_THROUGH = Prisma.raw("limit 20");

/** Locks up to `limit` tickets of the queue that nobody has, in order of id, and reads them most urgent first. */
export async function lockWaitingTickets(
  ctx: Ctx,
  queueId: string,
  after: AssignmentCursor | null,
  limit: number,
): Promise<WaitingTicket[]> {
  const locked = await ctx.db.$queryRaw<{ id: string }[]>(prepared(lock(queueId, after, limit)));
  if (!locked.length) return [];
  const ids = locked.map(({ id }) => id);
  const rows = await ctx.db.$queryRaw<Row[]>(prepared(read(ids)));
  return rows.map(({ id, requesterId, priority, dueAt, waitReason, skills, region, ...facts }) => ({
    id,
    requesterId,
    priority,
    dueAt,
    waitReason,
    facts: { ...facts, skills: skills ?? [], region: foldRegion(region ?? "") },
  }));
}

/** Takes the next of the queue's waiting tickets, most urgent first, locks them by id, and leaves out what was taken meanwhile. */
function lock(queueId: string, after: AssignmentCursor | null, limit: number): Prisma.Sql {
  const behind = after
    ? Prisma.sql`and (t.priority, t.next_due_at, t.id) > (${after.priority}::priority, ${after.dueAt}::timestamptz, ${after.id}::uuid)`
    : Prisma.empty;
  return Prisma.sql`
    with picked as materialized (
      select t.id from ticket t where t.queue_id = ${queueId}::uuid and ${WAITS} ${behind}
      order by t.priority, t.next_due_at, t.id limit ${Prisma.raw(String(limit))}
    )
    select t.id from ticket t
    where t.id in (select id from picked) and t.queue_id = ${queueId}::uuid and ${WAITS}
    order by t.id for no key update of t`;
}

type Row = Omit<WaitingTicket, "facts"> &
  Omit<TicketFacts, "skills" | "region"> & {
    skills: { id: string; level: number }[] | null;
    region: string | null;
  };

/** Facts as of after the lock. */
const read = (ids: readonly string[]): Prisma.Sql => Prisma.sql`
  select t.id, t.requester_id as "requesterId", t.priority, t.next_due_at::text as "dueAt", t.wait_reason as "waitReason",
    w.weight, t.locale as language, o.region, known.assignee_id as "lastAgentId",
    case when moved.data ->> 'reason' = 'idle' then (moved.data ->> 'from') end as "avoidId",
    (select jsonb_agg(jsonb_build_object('id', s.skill_id, 'level', s.level) order by s.skill_id)
      from ticket_skill s where s.ticket_id = t.id) as skills
  from ticket t
  join priority_weight w on w.priority = t.priority
  left join organization o on o.id = t.organization_id
  left join lateral (
    select recent.assignee_id from (
      select k.assignee_id, k.last_agent_at from ticket k
      where k.requester_id = t.requester_id and k.id <> t.id and k.deleted_at is null
      order by k.public_at desc, k.id desc ${LOOKED_THROUGH}
    ) recent
    where recent.assignee_id is not null and recent.last_agent_at is not null
    order by recent.last_agent_at desc limit 1
  ) known on true
  left join lateral (
    select e.data from event e where e.ticket_id = t.id and e.type = 'ticket.assigned' order by e.id desc limit 1
  ) moved on true
  where t.id = any(${[...ids]}::uuid[])
  order by t.priority, t.next_due_at, t.id`;
