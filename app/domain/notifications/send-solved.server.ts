import { findChangedWords } from "~/domain/mail/templates/find-changed-words.server";
import type { Ctx } from "~/platform/ctx.server";
import { enqueue } from "~/platform/jobs.server";
import { getSettings } from "~/platform/settings.server";
import { mailRequester, readRequesterFacts } from "./internal/requester-mail.server";

/**
 * Tells the requester that an agent solved the ticket without an answer. Waits as long as a change can be undone, and
 * says nothing when it was.
 */
export async function sendSolved(ctx: Ctx, eventId: string): Promise<void> {
  const facts = await readRequesterFacts(ctx, eventId, "ticket.state_changed", "solved");
  const { at, data } = facts?.event ?? {};
  if (!facts || !at || facts.state !== "solved" || data?.to !== "solved" || data.cause !== "agent") return;
  const { undoSeconds } = await getSettings(ctx, "tickets");
  const runAt = new Date(at.getTime() + undoSeconds * 1_000);
  if (runAt > ctx.now)
    return enqueue(ctx, "notifications.send-solved", { eventId }, { key: `${eventId}:solved`, runAt });
  const words = await findChangedWords(ctx, "solved", facts.locale);
  await mailRequester(ctx, eventId, facts, { template: "solved", kind: "solved", words });
}
