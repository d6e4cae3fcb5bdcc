import type { Ctx } from "~/platform/ctx.server";
import { changeTicket } from "./change-ticket.server";
import type { TicketState } from "./states";

/** Moves a ticket by hand to another state; `until` goes with `snoozed`. */
export function moveTicket(
  ctx: Ctx,
  number: number,
  { to, until }: { to: TicketState; until?: Date },
): Promise<{ eventIds: string[] }> {
  return changeTicket(ctx, number, { state: to, snoozeUntil: until });
}
