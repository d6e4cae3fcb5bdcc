import type { Ctx } from "~/platform/ctx.server";
import type { TicketRef } from "./list-recent-tickets.server";
import { requireStaffActor } from "./policy";
import { visibleTickets } from "./visible.server";

/** The ticket of a number, in the bin too; null when the actor sees none. */
export async function findTicketRef(ctx: Ctx, number: number): Promise<TicketRef | null> {
  requireStaffActor(ctx.actor);
  const [row] = await ctx.db.$queryRaw<TicketRef[]>`
    select t.number, t.subject, t.state::text as state from ticket t
    where t.number = ${number}::int and ${visibleTickets(ctx.actor, { deleted: "with" })}`;
  return row ?? null;
}
