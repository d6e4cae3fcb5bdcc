import type { Assignment } from "~/generated/prisma/enums";
import type { Ctx } from "~/platform/ctx.server";
import type { Candidate } from "./choose-assignee";

type Locked = { assignment: Assignment; candidates: Candidate[] };

/** Locks the queue, so that choices in it follow one another, and then reads its members; null when it is gone. */
export async function lockCandidates(ctx: Ctx, queueId: string): Promise<Locked | null> {
  const [queue] = await ctx.db.$queryRaw<{ assignment: Assignment }[]>`
    select assignment from queue where id = ${queueId}::uuid for no key update`;
  if (!queue) return null;
  const candidates = await ctx.db.$queryRaw<Candidate[]>`
    select m.person_id as "personId", p.deactivated_at is null and p.role <> 'customer' as active, m.assignable,
      m.last_assigned_at as "lastAssignedAt"
    from queue_member m join person p on p.id = m.person_id where m.queue_id = ${queueId}::uuid`;
  return { assignment: queue.assignment, candidates };
}
