import { conflict, notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { lockArticle } from "./internal/locked-article.server";
import { touchArticle } from "./internal/touch-article.server";
import { authorize } from "./policy";

/** Removes a picture or file, unless a published or scheduled text of the article shows it (`knowledge:error.imageUsed`). */
export function removeArticleImage(
  ctx: Ctx,
  { articleId, imageId }: { articleId: string; imageId: string },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    authorize(ctx.actor, "article.write", await lockArticle(ctx, articleId));
    const where = { id: imageId, articleId };
    if (!(await ctx.db.articleImage.findFirst({ where, select: { id: true } }))) throw notFound();
    const [used] = await ctx.db.$queryRaw<unknown[]>`
      select from article_text t join article_version v on v.id in (t.published_version_id, t.scheduled_version_id)
      where t.article_id = ${articleId}::uuid and position(${imageId.toLowerCase()} in lower(v.markdown)) > 0 limit 1`;
    if (used) throw conflict("knowledge:error.imageUsed");
    await ctx.db.articleImage.deleteMany({ where });
    await recordEvent(ctx, "article.image_removed", {}, { articleId, imageId });
    await touchArticle(ctx, articleId);
  });
}
