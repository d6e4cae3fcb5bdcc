import type { Ctx } from "~/platform/ctx.server";

export type Turn = { personId: string; at: Date };

/** Writes who got a ticket last, and when: the queue's turns. A stand-in's goes to the members stood in for. */
export async function noteAssignments(ctx: Ctx, queueId: string, turns: readonly Turn[]): Promise<void> {
  if (!turns.length) return;
  await ctx.db.$executeRaw`
    update queue_member m set last_assigned_at = turn.at
    from unnest(${turns.map(({ personId }) => personId)}::uuid[], ${turns.map(({ at }) => at)}::timestamptz[]) turn (person_id, at)
    where m.queue_id = ${queueId}::uuid and m.person_id = turn.person_id`;
}
