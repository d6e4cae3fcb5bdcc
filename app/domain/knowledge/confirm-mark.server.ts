import { notFound } from "~/lib/errors";
import { actorPersonId, type Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { lockText } from "./internal/locked-article.server";
import { touchArticle } from "./internal/touch-article.server";
import { authorize } from "./policy";

/**
 * Confirms that what was taken out of a ticket may stand as the draft has it by now, and forgets what it was. Whoever
 * wants other words in its place writes them into the draft. A mark confirmed before stays so.
 */
export async function confirmMark(ctx: Ctx, markId: string): Promise<void> {
  const where = { id: markId };
  const select = { text: { select: { articleId: true, locale: true } } } as const;
  const known = await ctx.db.articleMark.findUnique({ where, select });
  if (!known) throw notFound();
  const { articleId, locale } = known.text;
  return inTransaction(ctx, async (ctx) => {
    const { article, text } = await lockText(ctx, articleId, locale);
    authorize(ctx.actor, "article.publish", article);
    const { count } = await ctx.db.articleMark.updateMany({
      where: { ...where, confirmedAt: null },
      data: { found: "", confirmedAt: ctx.now, confirmedById: actorPersonId(ctx) },
    });
    if (!count) return;
    await recordEvent(ctx, "article.mark_confirmed", {}, { articleId, locale: text.locale, markId });
    await touchArticle(ctx, articleId);
  });
}
