import { conflict, notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { lockText, readText } from "./internal/locked-article.server";
import { publishedNumber } from "./internal/published-number.server";
import { touchArticle } from "./internal/touch-article.server";
import { authorize } from "./policy";

/** Says that a translation says what its source's published version says: it is stale no more. */
export function markTranslationCurrent(
  ctx: Ctx,
  { articleId, locale }: { articleId: string; locale: string },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { article, text } = await lockText(ctx, articleId, locale);
    authorize(ctx.actor, "article.publish", article);
    if (text.locale === article.sourceLocale) throw conflict("knowledge:error.ownLanguage");
    const source = await readText(ctx, articleId, article.sourceLocale);
    if (!source) throw notFound();
    const sourceVersion = await publishedNumber(ctx, source);
    if (sourceVersion === null) throw conflict("knowledge:error.notPublished");
    await ctx.db.articleText.updateMany({ where: { id: text.id }, data: { sourceVersion, staleSince: null } });
    await recordEvent(ctx, "article.translation_current", {}, { articleId, locale: text.locale, sourceVersion });
    await touchArticle(ctx, articleId);
  });
}
