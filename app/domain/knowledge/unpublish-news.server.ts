import "./news-events";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { markChanged } from "~/platform/search-changes.server";
import { inTransaction } from "~/platform/transaction.server";
import { lockNews } from "./internal/lock-news.server";
import { assertWritesNews } from "./news-policy";

/** Takes the news back from its readers, or off the schedule; it is a draft again. */
export async function unpublishNews(ctx: Ctx, newsId: string): Promise<void> {
  assertWritesNews(ctx.actor);
  await inTransaction(ctx, async (ctx) => {
    const news = await lockNews(ctx, newsId);
    if (!news.publishedAt) return;
    await ctx.db.news.update({ where: { id: newsId }, data: { publishedAt: null } });
    await recordEvent(ctx, "news.unpublished", {}, { newsId });
    markChanged(ctx, "news", newsId);
  });
}
