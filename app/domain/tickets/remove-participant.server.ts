import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { lockVisibleTicket } from "./internal/locked-ticket.server";
import { touchTicket } from "./internal/touch-ticket.server";
import { authorize } from "./policy";

/** Ends somebody's part in the ticket: by staff, or by that person. Nothing happens when there is none. */
export function removeParticipant(ctx: Ctx, number: number, personId: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const ticket = await lockVisibleTicket(ctx, number);
    const oneself = ctx.actor.kind === "person" && ctx.actor.personId === personId;
    if (!oneself) authorize(ctx.actor, "ticket.removeParticipant", ticket);
    const { count } = await ctx.db.ticketParticipant.deleteMany({ where: { ticketId: ticket.id, personId } });
    if (!count) return;
    await recordEvent(ctx, "ticket.participant_removed", { ticketId: ticket.id }, { personId });
    touchTicket(ctx, ticket);
  });
}
