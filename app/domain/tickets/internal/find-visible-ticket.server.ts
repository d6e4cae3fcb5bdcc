import type { TicketState } from "~/generated/prisma/enums";
import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { visibleTickets } from "../visible.server";

export type SeenTicket = {
  id: string;
  queueId: string;
  requesterId: string;
  assigneeId: string | null;
  state: TicketState;
  deletedAt: Date | null;
};

/** A ticket that the actor sees, without a lock: for what changes nothing of the ticket itself. Or 404. */
export async function findVisibleTicket(ctx: Ctx, number: number): Promise<SeenTicket> {
  const [row] = await ctx.db.$queryRaw<SeenTicket[]>`
    select t.id, t.queue_id as "queueId", t.requester_id as "requesterId", t.assignee_id as "assigneeId", t.state,
      t.deleted_at as "deletedAt"
    from ticket t where t.number = ${number}::int and ${visibleTickets(ctx.actor, { deleted: "with" })}`;
  if (!row) throw notFound();
  return row;
}
