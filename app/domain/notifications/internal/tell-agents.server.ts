import { findEarlierNotices } from "~/domain/mail/find-earlier-notices.server";
import { mailIdFor } from "~/domain/mail/mail-id.server";
import { type MailToQueue, queueMail } from "~/domain/mail/queue-mail.server";
import { newId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { touch } from "~/platform/live.server";
import { inTransaction } from "~/platform/transaction.server";
import type { AgentKind } from "../preference-kinds";
import type { AgentToTell } from "./list-recipients.server";

/** What agents are told: on screen as `kind`, by mail in the words of `props`. */
export type AgentNews = {
  kind: AgentKind;
  at: Date;
  props: MailToQueue<"agent-notice">["props"];
  /** The ticket that it is about, with the queue's address. */
  ticket?: { id: string; from: { address: string; name: string } | null };
};

/**
 * Unread marks and mails about an event, as each agent's switches say. A rerun adds nothing: one mark and one mail per
 * person, event and kind. The mails about a ticket are one conversation in the agent's mail program.
 */
export function tellAgents(
  ctx: Ctx,
  eventId: string,
  { kind, at, props, ticket }: AgentNews,
  people: readonly AgentToTell[],
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const marked = people.filter(({ screen }) => screen).map(({ personId }) => personId);
    await ctx.db.notification.createMany({
      data: marked.map((personId) => ({ id: newId(at.getTime()), personId, kind, ticketId: ticket?.id, eventId, at })),
      skipDuplicates: true,
    });
    touch(ctx, ...marked.map((personId) => `person:${personId}`));

    const mailed = people.filter(({ mail }) => mail);
    const ids = mailed.map(({ personId }) => personId);
    const earlier = ticket ? await findEarlierNotices(ctx, ticket.id, ids) : new Map<string, string[]>();
    for (const { personId, address, name, locale } of mailed) {
      if (!address) continue;
      const references = earlier.get(personId) ?? [];
      await queueMail(ctx, {
        id: mailIdFor(eventId, `agent-notice:${personId}`),
        template: "agent-notice",
        props,
        locale: locale ?? "en",
        to: { address, name, personId },
        from: ticket?.from ?? null,
        threadId: ticket?.id ?? null,
        inReplyTo: references.at(-1) ?? null,
        references,
        autoSubmitted: "auto-generated",
      });
    }
  });
}
