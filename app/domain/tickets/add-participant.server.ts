import { normaliseAddress } from "~/domain/identity/address";
import { invalid } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { lockVisibleTicket } from "./internal/locked-ticket.server";
import { addParticipants, findPeopleBehind } from "./internal/participants.server";
import { refuseMerged } from "./internal/refuse-merged.server";
import { touchTicket } from "./internal/touch-ticket.server";
import { authorize } from "./policy";

/**
 * Lets whoever has the address read and write on the ticket from now on; a customer who sees the ticket may invite too.
 * Answers whether somebody is new: the requester, staff and our own addresses are not.
 */
export function addParticipant(ctx: Ctx, number: number, address: string): Promise<{ added: boolean }> {
  return inTransaction(ctx, async (ctx) => {
    const ticket = await lockVisibleTicket(ctx, number);
    authorize(ctx.actor, "ticket.invite", ticket);
    await refuseMerged(ctx, ticket);
    if (!normaliseAddress(address)) throw invalid("common:error.checkFields", { address: "common:error.email" });
    const people = await findPeopleBehind(ctx, [address]);
    const added = await addParticipants(ctx, ticket.id, people);
    // Who came with a merged ticket stays when it leaves, now that somebody asked for it.
    await ctx.db.ticketParticipant.updateMany({
      where: { ticketId: ticket.id, personId: { in: people }, byMerge: true },
      data: { byMerge: false },
    });
    if (added.length) touchTicket(ctx, ticket);
    return { added: added.length > 0 };
  });
}
