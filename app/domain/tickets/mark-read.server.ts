import type { Ctx } from "~/platform/ctx.server";
import { findVisibleTicket } from "./internal/find-visible-ticket.server";
import { requirePersonActor } from "./policy";

/** The actor, agent or customer, has seen the ticket as of now. A mark never goes back. */
export async function markRead(ctx: Ctx, number: number): Promise<void> {
  const { personId } = requirePersonActor(ctx.actor);
  const ticket = await findVisibleTicket(ctx, number);
  await ctx.db.$executeRaw`
    insert into ticket_read as r (ticket_id, person_id, read_at)
    values (${ticket.id}::uuid, ${personId}::uuid, ${ctx.now})
    on conflict (ticket_id, person_id) do update set read_at = excluded.read_at where r.read_at < excluded.read_at`;
}
