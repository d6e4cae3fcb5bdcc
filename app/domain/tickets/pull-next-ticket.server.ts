import type { Priority } from "~/generated/prisma/enums";
import { conflict, forbidden } from "~/lib/errors";
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
 * Takes the queue's unassigned ticket whose customer has waited longest, of those whose required skills the actor has: it
 * becomes the actor's and, when new, open. Two who pull at once get two tickets. Null when nothing waits; conflict when
 * the actor's places are all in use.
 */
export function pullNextTicket(ctx: Ctx, queueId: string): Promise<{ number: number } | null> {
  const { personId, role, queueIds } = requireStaffActor(ctx.actor);
  if (role !== "administrator" && !queueIds.includes(queueId)) throw forbidden();
  return inTransaction(ctx, async (ctx) => {
    const [next] = await ctx.db.$queryRaw<{ id: string }[]>`
      select t.id from ticket t
      where t.queue_id = ${queueId}::uuid and t.assignee_id is null and t.deleted_at is null
        and t.state not in ('solved', 'closed') and t.state in ('new', 'open')
        and not exists (select 1 from ticket_skill need where need.ticket_id = t.id and not exists (
          select 1 from agent_skill has where has.person_id = ${personId}::uuid and has.skill_id = need.skill_id
            and has.level >= need.level))
      order by t.waiting_since, t.id limit 1 for no key update of t skip locked`;
    const ticket = next && (await findLockedTicket(ctx, next.id));
    if (!ticket) return null;
    authorize(ctx.actor, "ticket.pull", ticket);
    await refuseWithoutRoom(ctx, personId, ticket.priority);
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

/** Holds the agent's profile, so that two pulls of one agent do not take the same place. */
async function refuseWithoutRoom(ctx: Ctx, personId: string, priority: Priority): Promise<void> {
  const [places] = await ctx.db.$queryRaw<{ load: number; capacity: number; weight: number }[]>`
    select a.load, a.capacity, w.weight
    from agent_profile a, priority_weight w
    where a.person_id = ${personId}::uuid and w.priority = ${priority}::priority
    for update of a`;
  if (places && places.load + places.weight > places.capacity)
    throw conflict("routing:assign.error.noRoom", { load: places.load, capacity: places.capacity });
}
