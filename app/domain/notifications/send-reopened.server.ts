import { findChangedWords } from "~/domain/mail/templates/find-changed-words.server";
import type { Ctx } from "~/platform/ctx.server";
import { findOpening } from "./internal/queue-hours.server";
import { mailRequester, readRequesterFacts } from "./internal/requester-mail.server";

/** Tells whoever wrote that the mail brought the closed ticket back; on the portal the page says so itself. */
export async function sendReopened(ctx: Ctx, eventId: string): Promise<void> {
  const facts = await readRequesterFacts(ctx, eventId, "ticket.customer_replied", "receipt");
  const { automatic, channel, reopened } = facts?.event.data ?? {};
  if (!facts || !reopened || automatic || channel !== "mail") return;
  const opening = await findOpening(ctx, facts.hoursId, facts.event.at);
  const words = await findChangedWords(ctx, "reopened", facts.locale);
  await mailRequester(ctx, eventId, facts, { template: "receipt", kind: "reopened", words, opening });
}
