import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { applyChanges } from "./internal/apply-changes.server";
import { lockVisibleTicket } from "./internal/locked-ticket.server";
import { authorize } from "./policy";
import type { ChangeTicketForm } from "./schema";

/**
 * Changes any of a ticket's fields; what is absent or the same stays and records nothing. `statusId` wins over `state`.
 * A move that the table does not allow is the conflict `tickets:error.move`; an assignee who does not work in the queue
 * is refused. Answers the ids of the events, each of which `undoChange` takes back.
 */
export function changeTicket(ctx: Ctx, number: number, form: ChangeTicketForm): Promise<{ eventIds: string[] }> {
  return inTransaction(ctx, async (ctx) => {
    const ticket = await lockVisibleTicket(ctx, number);
    authorize(ctx.actor, "ticket.change", ticket);
    return { eventIds: await applyChanges(ctx, ticket, form) };
  });
}
