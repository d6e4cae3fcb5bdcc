import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";

type Which = { queueIds?: readonly string[]; personId?: string };

const URGENT = 5;

/**
 * Somebody may have room now: queues that assign by themselves look again at what waits, one pending job each. `personId`
 * means the queues in which that person takes part.
 */
export async function wakeQueues(ctx: Ctx, { queueIds, personId }: Which): Promise<void> {
  const ofPerson = personId
    ? Prisma.sql`q.id in (select queue_id from queue_member where person_id = ${personId}::uuid and assignable)`
    : Prisma.sql`false`;
  await ctx.db.$executeRaw`
    select graphile_worker.add_job('tickets.assign', json_build_object('queueId', q.id), null, null, 25, 'assign:' || q.id,
      ${URGENT}::int, null, 'replace')
    from queue q
    where q.assignment <> 'manual' and (q.id = any(${queueIds ?? []}::uuid[]) or ${ofPerson}) and exists (
      select 1 from ticket t where t.queue_id = q.id and t.assignee_id is null and t.deleted_at is null
        and t.state in ('new', 'open'))`;
}
