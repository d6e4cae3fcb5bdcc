import { forbidden } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { findLockedTicket } from "./internal/locked-ticket.server";
import { columnsForState } from "./internal/state-columns.server";
import { settleTickets } from "./internal/settle-tickets.server";
import { touchTicket } from "./internal/touch-ticket.server";
import { authorize, requireStaffActor } from "./policy";

/**
 * Takes the queue's unassigned ticket whose customer has waited longest: it becomes the actor's and, when new, open.
 * Two who pull at once get two tickets. Null when nothing waits.
 */
export function pullNextTicket(ctx: Ctx, queueId: string): Promise<{ number: number } | null> {
  const { personId, role, queueIds } = requireStaffActor(ctx.actor);
  if (role !== "administrator" && !queueIds.includes(queueId)) throw forbidden();
  return inTransaction(ctx, async (ctx) => {
    const [next] = await ctx.db.$queryRaw<{ id: string }[]>`
      select t.id from ticket t
      where t.queue_id = ${queueId}::uuid and t.assignee_id is null and t.deleted_at is null
        and t.state not in ('solved', 'closed') and t.state in ('new', 'open')
      order by t.waiting_since, t.id limit 1 for no key update of t skip locked`;
    const ticket = next && (await findLockedTicket(ctx, next.id));
    if (!ticket) return null;
    authorize(ctx.actor, "ticket.pull", ticket);
    const about = { ticketId: ticket.id };
    await ctx.db.ticket.updateMany({
      where: { id: ticket.id },
      data: { ...columnsForState(ticket, "open", ctx.now), assigneeId: personId },
    });
    await recordEvent(ctx, "ticket.assigned", about, { from: null, to: personId, reason: "pulled" });
    if (ticket.state !== "open")
      await recordEvent(ctx, "ticket.state_changed", about, { from: ticket.state, to: "open", cause: "agent" });
    await settleTickets(ctx, [{ id: ticket.id, before: ticket }]);
    touchTicket(ctx, { ...ticket, assigneeId: personId });
    return { number: ticket.number };
  });
}
