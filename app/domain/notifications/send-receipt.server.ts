import type { Ctx } from "~/platform/ctx.server";
import { readEvent } from "./internal/read-event.server";
import { mailRequester, readRequesterFacts } from "./internal/requester-mail.server";

/**
 * Tells the requester that the ticket has arrived: not for automatic mail, not when an agent opened it, only where the
 * queue sends receipts and the person has not switched them off.
 */
export async function sendReceipt(ctx: Ctx, eventId: string): Promise<void> {
  const event = await readEvent(ctx, eventId);
  if (event?.type !== "ticket.opened" || !event.ticketId) return;
  const { automatic, channel, messageId } = event.data;
  if (automatic || channel === "agent") return;
  const facts = await readRequesterFacts(ctx, event.ticketId, "receipt", messageId);
  if (facts?.receipt) await mailRequester(ctx, eventId, facts, { template: "receipt" });
}
