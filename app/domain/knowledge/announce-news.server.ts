import "./news-events";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { markChanged } from "~/platform/search-changes.server";
import { inTransaction } from "~/platform/transaction.server";

/** Says that news is out, once, whoever comes first: its publication or the job of its time. Earlier, nothing happens. */
export async function announceNews(ctx: Ctx, newsId: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const { count } = await ctx.db.news.updateMany({
      where: { id: newsId, deletedAt: null, publishedAt: { lte: ctx.now }, announcedAt: null },
      data: { announcedAt: ctx.now },
    });
    markChanged(ctx, "news", newsId);
    if (count > 0) await recordEvent(ctx, "news.published", {}, { newsId });
  });
}
