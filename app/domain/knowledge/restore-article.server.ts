import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { markChanged } from "~/platform/search-changes.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { checkCategory } from "./internal/check-choices.server";
import { lockArticle } from "./internal/locked-article.server";
import { touchArticle } from "./internal/touch-article.server";
import { authorize } from "./policy";

/**
 * Takes an article out of the recycle bin; what was published is so again, at its address. Into an archived category it
 * comes only with another one in `categoryId`.
 */
export function restoreArticle(
  ctx: Ctx,
  { articleId, categoryId }: { articleId: string; categoryId?: string },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const article = await lockArticle(ctx, articleId, { deleted: true });
    authorize(ctx.actor, "article.delete", article);
    if (!article.deletedAt) return;
    await checkCategory(ctx, categoryId ?? article.categoryId);
    await ctx.db.article.updateMany({ where: { id: articleId }, data: { deletedAt: null, categoryId } });
    await recordEvent(ctx, "article.restored", {}, { articleId });
    await touchArticle(ctx, articleId);
    markChanged(ctx, "article", articleId);
  });
}
