import { ADD_ASSIGN_JOB } from "~/domain/routing/enqueue-assignment.server";
import type { Ctx } from "~/platform/ctx.server";
import { recordTicketEvents } from "~/platform/events.server";
import { touch } from "~/platform/live.server";
import "../events";
import type { Settled } from "./settled";

/**
 * Gives tickets that became work again while their assignee is not there to who stands in, else back to the queue, which
 * finds somebody. Brings `returned` itself up to date.
 */
export async function passOnReturned(ctx: Ctx, returned: readonly Settled[]): Promise<void> {
  await ctx.db.$executeRaw`
    update ticket t set assignee_id = d.to_id
    from unnest(${returned.map(({ id }) => id)}::uuid[], ${returned.map(({ standInId }) => standInId)}::uuid[]) d (id, to_id)
    where t.id = d.id`;
  await recordTicketEvents(
    ctx,
    "ticket.assigned",
    returned.map(({ id, assigneeId, standInId }) => ({
      ticketId: id,
      data: { from: assigneeId, to: standInId, reason: standInId ? "stand_in" : "not_there" },
    })),
  );
  const queueIds = returned.filter(({ auto, standInId }) => auto && !standInId).map(({ queueId }) => queueId);
  if (queueIds.length)
    await ctx.db.$queryRaw`
      select (${ADD_ASSIGN_JOB}).id
      from (select distinct queue_id from unnest(${queueIds}::uuid[]) q (queue_id) order by queue_id) waiting`;
  for (const ticket of returned) {
    for (const personId of [ticket.assigneeId, ticket.standInId]) if (personId) touch(ctx, `person:${personId}`);
    ticket.assigneeId = ticket.standInId;
  }
}
