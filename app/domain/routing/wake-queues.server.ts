import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { ADD_ASSIGN_JOB } from "./enqueue-assignment.server";

type Which = { queueIds: readonly string[] } | { personId: string } | { personIds: readonly string[] } | "all";

/**
 * Sets automatic assignment going in those queues where tickets wait for somebody: the queues named, or all in which
 * these people work or stand in. Called, last in the transaction, by whatever may let somebody take a ticket: coming
 * available, a free place, hours, absences, skills, members, a queue's method.
 */
export async function wakeQueues(ctx: Ctx, which: Which): Promise<void> {
  const people =
    which === "all" || "queueIds" in which ? null : "personId" in which ? [which.personId] : which.personIds;
  // A run that looked while these changes were not yet committed has to wait for them here.
  if (people)
    await ctx.db.$queryRaw`
      select 1 from agent_profile where person_id = any(${[...people]}::uuid[]) order by person_id for update`;
  const queues = people ? queuesOf(ctx, people) : which === "all" ? Prisma.sql`true` : named(which);
  await ctx.db.$queryRaw`
    with waking as materialized (
      select q.id as queue_id from queue q
      where q.assignment <> 'manual' and ${queues}
        and exists (select 1 from ticket t where t.queue_id = q.id and t.assignee_id is null and t.deleted_at is null
          and t.state in ('new', 'open'))
      order by q.id
    )
    select (${ADD_ASSIGN_JOB}).id from waking`;
}

const named = (which: Which) =>
  Prisma.sql`q.id = any(${typeof which === "object" && "queueIds" in which ? [...which.queueIds] : []}::uuid[])`;

const queuesOf = (ctx: Ctx, personIds: readonly string[]) => Prisma.sql`q.id in (
  select m.queue_id from queue_member m
  where m.person_id = any(${[...personIds]}::uuid[]) or m.person_id in (
    select ab.person_id from absence ab
    where ab.stand_in_id = any(${[...personIds]}::uuid[]) and ab."to" > ${ctx.now}::timestamptz))`;
