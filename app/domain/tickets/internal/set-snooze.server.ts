import { invalid } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { enqueue } from "~/platform/jobs.server";
import type { TicketState } from "../states";

/**
 * Keeps the snooze beside the state: a ticket that goes to sleep needs a time to come, and its job; one that leaves
 * loses both. Answers the new end, or the end that was given up, as ISO instants for the event.
 */
export async function setSnooze(
  ctx: Ctx,
  ticket: { id: string; state: TicketState },
  to: TicketState,
  until: Date | undefined,
): Promise<{ until?: string; fromUntil?: string }> {
  if (to !== "snoozed") {
    if (ticket.state !== "snoozed") return {};
    const row = await ctx.db.snooze.findUnique({ where: { ticketId: ticket.id }, select: { until: true } });
    await ctx.db.snooze.deleteMany({ where: { ticketId: ticket.id } });
    return row ? { fromUntil: row.until.toISOString() } : {};
  }
  if (!until && ticket.state === "snoozed") return {};
  if (!until || until <= ctx.now) throw invalid("tickets:error.snooze", { snoozeUntil: "tickets:error.snooze" });
  const byId = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  await ctx.db.$executeRaw`
    insert into snooze (ticket_id, until, by_id, at) values (${ticket.id}::uuid, ${until}, ${byId}::uuid, ${ctx.now})
    on conflict (ticket_id) do update set until = excluded.until, by_id = excluded.by_id, at = excluded.at`;
  await enqueue(
    ctx,
    "tickets.wake",
    { ticketId: ticket.id },
    { key: `tickets.wake:${ticket.id}`, runAt: until, priority: 5 },
  );
  return { until: until.toISOString() };
}
