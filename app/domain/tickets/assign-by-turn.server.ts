import { chooseAssignee } from "~/domain/routing/choose-assignee";
import { lockCandidates } from "~/domain/routing/lock-candidates.server";
import { noteAssignment } from "~/domain/routing/note-assignment.server";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { findLockedTicket } from "./internal/locked-ticket.server";
import { settleTickets } from "./internal/settle-tickets.server";
import { touchTicket } from "./internal/touch-ticket.server";
import { isOpen } from "./states";

/**
 * Gives an unassigned open ticket of a round-robin queue to whose turn it is. A second call, an assignment by hand or
 * another queue meanwhile leave nothing to do. Answers who got it.
 */
export function assignByTurn(ctx: Ctx, ticketId: string): Promise<{ assigneeId: string | null }> {
  return inTransaction(ctx, async (ctx) => {
    const before = await ctx.db.ticket.findUnique({ where: { id: ticketId }, select: { queueId: true } });
    const queue = before && (await lockCandidates(ctx, before.queueId));
    if (!queue || queue.assignment !== "round_robin") return { assigneeId: null };
    const ticket = await findLockedTicket(ctx, ticketId);
    const waits = ticket && !ticket.assigneeId && !ticket.deletedAt && isOpen(ticket.state);
    if (!waits || ticket.queueId !== before.queueId) return { assigneeId: null };

    const { personId } = chooseAssignee(queue.candidates);
    if (!personId) return { assigneeId: null };
    await noteAssignment(ctx, ticket.queueId, personId);
    await ctx.db.ticket.updateMany({ where: { id: ticketId }, data: { assigneeId: personId, activityAt: ctx.now } });
    await recordEvent(ctx, "ticket.assigned", { ticketId }, { from: null, to: personId, reason: "round_robin" });
    await settleTickets(ctx, [{ id: ticketId, before: ticket }]);
    touchTicket(ctx, { ...ticket, assigneeId: personId });
    return { assigneeId: personId };
  });
}
