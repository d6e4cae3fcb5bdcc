import type { Ctx } from "~/platform/ctx.server";
import { findVisibleTicket } from "./internal/find-visible-ticket.server";
import { requirePersonActor } from "./policy";

/** Forgets that the actor has read the ticket. */
export async function markUnread(ctx: Ctx, number: number): Promise<void> {
  const { personId } = requirePersonActor(ctx.actor);
  const ticket = await findVisibleTicket(ctx, number);
  await ctx.db.ticketRead.deleteMany({ where: { ticketId: ticket.id, personId } });
}
