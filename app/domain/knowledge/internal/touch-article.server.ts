import type { Ctx } from "~/platform/ctx.server";
import { touch } from "~/platform/live.server";

/** Says that something an editor sees has changed: orders the desk's list and reloads open screens. */
export async function touchArticle(ctx: Ctx, articleId: string): Promise<void> {
  await ctx.db.article.updateMany({ where: { id: articleId }, data: { activityAt: ctx.now } });
  touch(ctx, `article:${articleId}`);
}
