import { setPresence } from "~/domain/routing/set-presence.server";
import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { handOverTickets } from "./hand-over-tickets.server";

/**
 * Sets somebody off and gives the open work back to the queues, both or neither, and says how many tickets it was. For the
 * person, the lead of a team of theirs and administrators.
 */
export function endDuty(ctx: Ctx, personId: string): Promise<{ handed: number }> {
  return inTransaction(ctx, async (ctx) => {
    // Tickets are held before agents; nobody is chosen again before this commits.
    const handed = await handOverTickets(ctx, personId);
    await setPresence(ctx, personId, "off");
    return handed;
  });
}
