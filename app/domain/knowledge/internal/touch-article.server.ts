import type { Ctx } from "~/platform/ctx.server";

/** Says that something an editor sees has changed: it orders the desk's list. */
export async function touchArticle(ctx: Ctx, articleId: string): Promise<void> {
  await ctx.db.article.updateMany({ where: { id: articleId }, data: { activityAt: ctx.now } });
}
