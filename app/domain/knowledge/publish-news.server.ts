import "./news-events";
import { conflict } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { enqueue } from "~/platform/jobs.server";
import { inTransaction } from "~/platform/transaction.server";
import { announceNews } from "./announce-news.server";
import { assertUnmoved } from "./internal/assert-unmoved.server";
import { lockNews } from "./internal/lock-news.server";
import { assertWritesNews } from "./news-policy";

/**
 * Lets the news out now, or at an instant to come; its followers are told when it is out. With the revision that the actor
 * has `seen`, words that somebody saved since do not go out unread: the conflict `news:error.unread` (`name`).
 */
export async function publishNews(ctx: Ctx, newsId: string, at: Date | null = null, seen?: number): Promise<void> {
  assertWritesNews(ctx.actor);
  await inTransaction(ctx, async (ctx) => {
    const news = await lockNews(ctx, newsId);
    if (news.publishedAt && news.publishedAt <= ctx.now) throw conflict("news:error.alreadyOut");
    if (seen !== undefined) await assertUnmoved(ctx, news, seen, "news:error.unread");
    const publishedAt = at && at > ctx.now ? at : ctx.now;
    await ctx.db.news.update({ where: { id: newsId }, data: { publishedAt } });
    if (publishedAt <= ctx.now) await announceNews(ctx, newsId);
    else {
      await recordEvent(ctx, "news.saved", {}, { newsId });
      await enqueue(ctx, "knowledge.announce-news", { newsId }, { runAt: publishedAt, key: `announce-news:${newsId}` });
    }
  });
}
