import "~/domain/knowledge/news-events";
import { mailIdFor } from "~/domain/mail/mail-id.server";
import { queueMail } from "~/domain/mail/queue-mail.server";
import { config } from "~/platform/config.server";
import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { listNewsRecipients } from "./internal/news-recipients.server";

const KINDS = { "news.published": "published", "news.updated": "updated", "news.solved": "solved" } as const;

/**
 * Tells followers what happened to news: of its topic (and topics above) when it comes out, of itself afterwards. One mail
 * per follower and fact, in the follower's language; only who may read it still; a rerun adds none.
 */
export async function sendNews(ctx: Ctx, eventId: string): Promise<void> {
  const event = await ctx.db.event.findUnique({ where: { id: eventId }, select: { type: true, data: true } });
  const kind = event && KINDS[event.type as keyof typeof KINDS];
  if (!kind) return;
  const { newsId, updateId } = event.data as { newsId: string; updateId?: string };
  for (const one of await listNewsRecipients(ctx, { newsId, updateId: updateId ?? null, kind })) {
    const url = `${config().baseUrl}/help/${one.locale}/news/${one.slug}`;
    const { title: subject, text, followed, followedId } = one;
    await inTransaction(ctx, (ctx) =>
      queueMail(ctx, {
        template: "news",
        props: { kind, problem: one.problem, subject, text, url, followed, followedId },
        id: mailIdFor(eventId, `news ${one.personId}`),
        locale: one.locale,
        to: { address: one.address, name: one.name, personId: one.personId },
        autoSubmitted: "auto-generated",
      }),
    );
  }
}
