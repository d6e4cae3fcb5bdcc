import "./news-events";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { markChanged } from "~/platform/search-changes.server";
import { inTransaction } from "~/platform/transaction.server";
import { lockNews } from "./internal/lock-news.server";
import { assertWritesNews } from "./news-policy";

/** Takes the news away for good from readers and from the desk's list; mails that were sent stay as they are. */
export async function deleteNews(ctx: Ctx, newsId: string): Promise<void> {
  assertWritesNews(ctx.actor);
  await inTransaction(ctx, async (ctx) => {
    await lockNews(ctx, newsId);
    await ctx.db.news.update({ where: { id: newsId }, data: { deletedAt: ctx.now } });
    await recordEvent(ctx, "news.deleted", {}, { newsId });
    markChanged(ctx, "news", newsId);
  });
}
