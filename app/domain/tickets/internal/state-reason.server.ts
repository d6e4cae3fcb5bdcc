import type { AssignmentTrace, WaitReason } from "~/domain/routing/trace";
import type { Ctx } from "~/platform/ctx.server";
import { touch } from "~/platform/live.server";

const AT_ONCE = 1_000;

/**
 * States one reason for every other ticket that waits in the queue, with its decision; true when more are left. Who is at
 * work on a ticket is not waited for: agents are locked already. "No room" leaves alone what waits because nobody fits.
 */
export async function stateReasonForRest(
  ctx: Ctx,
  queueId: string,
  reason: WaitReason,
  trace: AssignmentTrace,
): Promise<boolean> {
  const stated = await ctx.db.$executeRaw`
    with rest as materialized (
      select t.id from ticket t
      where t.queue_id = ${queueId}::uuid and t.assignee_id is null and t.deleted_at is null and t.state in ('new', 'open')
        and t.wait_reason is distinct from ${reason}::text and (${reason}::text <> 'no_capacity' or t.wait_reason is distinct from 'nobody_fits')
      limit ${AT_ONCE}::int for no key update of t skip locked
    ), decided as (
      insert into routing_decision (id, ticket_id, kind, at, queue_id, outcome, trace)
      select gen_random_uuid(), rest.id, 'assignment', ${ctx.now}::timestamptz, ${queueId}::uuid, ${reason}::text, ${JSON.stringify(trace)}::jsonb
      from rest
    )
    update ticket t set wait_reason = ${reason}::text from rest where t.id = rest.id`;
  if (stated) touch(ctx, `queue:${queueId}`);
  return stated === AT_ONCE;
}
