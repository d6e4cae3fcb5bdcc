import type { Ctx } from "~/platform/ctx.server";
import { enqueue } from "~/platform/jobs.server";
import { getSettings } from "~/platform/settings.server";
import { readEvent } from "./internal/read-event.server";
import { mailRequester, readRequesterFacts } from "./internal/requester-mail.server";

/**
 * Tells the requester that an agent solved the ticket without an answer. Waits as long as a change can be undone, and
 * says nothing when it was.
 */
export async function sendSolved(ctx: Ctx, eventId: string): Promise<void> {
  const event = await readEvent(ctx, eventId);
  if (event?.type !== "ticket.state_changed" || !event.ticketId) return;
  if (event.data.to !== "solved" || event.data.cause !== "agent") return;
  const { undoSeconds } = await getSettings(ctx, "tickets");
  const runAt = new Date(event.at.getTime() + undoSeconds * 1_000);
  if (runAt > ctx.now)
    return enqueue(ctx, "notifications.send-solved", { eventId }, { key: `${eventId}:solved`, runAt });
  const facts = await readRequesterFacts(ctx, event.ticketId, "solved", null);
  if (facts?.state === "solved") await mailRequester(ctx, eventId, facts, { template: "solved" });
}
