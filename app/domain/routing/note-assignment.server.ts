import type { Ctx } from "~/platform/ctx.server";

/** Moves a member to the end of the queue's turn, behind everybody, also when clocks of two workers differ. */
export async function noteAssignment(ctx: Ctx, queueId: string, personId: string): Promise<void> {
  await ctx.db.$executeRaw`
    update queue_member set last_assigned_at = greatest(${ctx.now}::timestamptz, (
      select max(last_assigned_at) + interval '1 millisecond' from queue_member where queue_id = ${queueId}::uuid))
    where queue_id = ${queueId}::uuid and person_id = ${personId}::uuid`;
}
