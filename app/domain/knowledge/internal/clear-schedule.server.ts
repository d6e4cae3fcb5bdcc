import { isNever, NEVER } from "~/lib/never";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import "../events";
import type { LockedArticle, LockedText } from "./locked-article.server";
import { forgetScheduledSlug } from "./schedule-version.server";

export type Scheduled = "publish" | "unpublish";

/** Gives up what is scheduled of a text; answers what it was. */
export async function clearSchedule(
  ctx: Ctx,
  article: LockedArticle,
  text: LockedText,
  what: readonly Scheduled[],
): Promise<Scheduled[]> {
  const planned = { publish: !isNever(text.publishAt), unpublish: !isNever(text.unpublishAt) };
  const cleared = what.filter((kind) => planned[kind]);
  if (cleared.includes("publish")) {
    await forgetScheduledSlug(ctx, text);
    await ctx.db.$executeRaw`
      update article_text set publish_at = ${NEVER}, scheduled_version_id = null,
        work = case when work = 'none' then 'draft' else work end
      where id = ${text.id}::uuid`;
  }
  if (cleared.includes("unpublish"))
    await ctx.db.articleText.updateMany({ where: { id: text.id }, data: { unpublishAt: NEVER } });
  for (const kind of cleared)
    await recordEvent(
      ctx,
      "article.schedule_cancelled",
      {},
      { articleId: article.id, locale: text.locale, what: kind },
    );
  return cleared;
}
