import { NEVER } from "~/lib/never";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { markChanged } from "~/platform/search-changes.server";
import "../events";
import type { LockedArticle, LockedText } from "./locked-article.server";
import { touchArticle } from "./touch-article.server";

/** Takes a published text out of readers' sight; its addresses stay its own. */
export async function takeBack(ctx: Ctx, article: LockedArticle, text: LockedText): Promise<void> {
  await ctx.db.$executeRaw`
    update article_text set published_version_id = null, unpublish_at = ${NEVER},
      work = case when work = 'none' and scheduled_version_id is null then 'draft' else work end
    where id = ${text.id}::uuid`;
  await ctx.db.articleLink.deleteMany({ where: { textId: text.id } });
  await recordEvent(ctx, "article.unpublished", {}, { articleId: article.id, locale: text.locale });
  await touchArticle(ctx, article.id);
  markChanged(ctx, "article", article.id);
}
