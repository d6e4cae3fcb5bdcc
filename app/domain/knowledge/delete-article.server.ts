import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { markChanged } from "~/platform/search-changes.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { clearSchedule } from "./internal/clear-schedule.server";
import { lockArticle, readText } from "./internal/locked-article.server";
import { openReview, withdraw } from "./internal/open-review.server";
import { touchArticle } from "./internal/touch-article.server";
import { authorize } from "./policy";

/**
 * Puts an article with all its languages into the recycle bin, where it stays thirty days; nobody reads it there. What
 * was scheduled and what waits for a review is given up.
 */
export function deleteArticle(ctx: Ctx, articleId: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const article = await lockArticle(ctx, articleId);
    authorize(ctx.actor, "article.delete", article);
    for (const { locale } of await ctx.db.articleText.findMany({ where: { articleId }, select: { locale: true } })) {
      const text = await readText(ctx, articleId, locale);
      if (!text) continue;
      if (text.work === "in_review") await withdraw(ctx, article, text, await openReview(ctx, text));
      await clearSchedule(ctx, article, text, ["publish", "unpublish"]);
    }
    await ctx.db.article.updateMany({ where: { id: articleId }, data: { deletedAt: ctx.now } });
    await recordEvent(ctx, "article.deleted", {}, { articleId });
    await touchArticle(ctx, articleId);
    markChanged(ctx, "article", articleId);
  });
}
