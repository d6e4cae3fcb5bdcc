import type { Ctx } from "~/platform/ctx.server";
import { mailRequester, readRequesterFacts } from "./internal/requester-mail.server";

/**
 * Tells the requester that the ticket has arrived: for the customer's own words, not for automatic mail nor when an agent
 * or a program opened it, only where the queue sends receipts and the person has not switched them off.
 */
export async function sendReceipt(ctx: Ctx, eventId: string): Promise<void> {
  const facts = await readRequesterFacts(ctx, eventId, "ticket.opened", "receipt");
  if (!facts?.receipt) return;
  const { automatic, channel } = facts.event.data;
  if (!automatic && channel !== "agent" && facts.side === "customer")
    await mailRequester(ctx, eventId, facts, { template: "receipt" });
}
