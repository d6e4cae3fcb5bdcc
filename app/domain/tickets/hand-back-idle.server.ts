import { deadline } from "~/domain/calendars/deadline";
import { readAgentHours } from "~/domain/routing/read-agent-hours.server";
import { NEVER } from "~/lib/never";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { findLockedTicket, type LockedTicket } from "./internal/locked-ticket.server";
import { settleTickets } from "./internal/settle-tickets.server";
import { touchTicket } from "./internal/touch-ticket.server";

const AT_ONCE = 500;

/**
 * Takes tickets that nobody of the desk has touched for the queue's idle minutes, counted in the assignee's own hours,
 * from their assignees back into the queue, which gives them to somebody else when somebody is free.
 */
export async function handBackIdle(ctx: Ctx): Promise<{ handed: number }> {
  const due = await ctx.db.$queryRaw<{ id: string }[]>`
    select id from ticket where hand_back_at <= ${ctx.now}::timestamptz and hand_back_at < '9999-12-31 00:00:00+00'
      and assignee_id is not null and deleted_at is null and state in ('new', 'open')
    order by hand_back_at limit ${AT_ONCE}::int`;
  let handed = 0;
  for (const { id } of due) handed += Number(await handBack(ctx, id));
  return { handed };
}

function handBack(ctx: Ctx, id: string): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const ticket = await findLockedTicket(ctx, id);
    if (!ticket?.assigneeId || ticket.deletedAt || (ticket.state !== "new" && ticket.state !== "open")) return false;
    const at = await idleAt(ctx, ticket, ticket.assigneeId);
    if (at > ctx.now) {
      await ctx.db.ticket.updateMany({ where: { id }, data: { handBackAt: at } });
      return false;
    }
    await ctx.db.ticket.updateMany({
      where: { id },
      data: { assigneeId: null, activityAt: ctx.now, handBackAt: NEVER },
    });
    await recordEvent(ctx, "ticket.assigned", { ticketId: id }, { from: ticket.assigneeId, to: null, reason: "idle" });
    await settleTickets(ctx, [{ id, before: ticket }]);
    touchTicket(ctx, ticket);
    return true;
  });
}

/** When it counts as idle by what was done last: an act, a note, a reply that waits for its release, a draft. */
async function idleAt(ctx: Ctx, ticket: LockedTicket, assigneeId: string): Promise<Date> {
  const [row] = await ctx.db.$queryRaw<{ idleMinutes: number | null; touchedAt: Date | null }[]>`
    select q.idle_minutes as "idleMinutes", greatest(
      (select max(e.at) from event e where e.ticket_id = ${ticket.id}::uuid
        and (e.type in ('ticket.assigned', 'ticket.state_changed', 'ticket.restored')
          or e.actor_kind = 'person' and exists (select 1 from person p where p.id = e.actor_id and p.role <> 'customer'))),
      (select max(r.pressed_at) from outgoing_reply r where r.ticket_id = ${ticket.id}::uuid),
      (select max(d.updated_at) from draft d where d.ticket_id = ${ticket.id}::uuid)) as "touchedAt"
    from queue q where q.id = ${ticket.queueId}::uuid`;
  if (!row?.idleMinutes) return NEVER;
  const hoursOf = await readAgentHours(ctx, [assigneeId]);
  return deadline(hoursOf(assigneeId), row.touchedAt ?? ticket.createdAt, row.idleMinutes * 60) ?? NEVER;
}
