import { conflict, notFound } from "~/lib/errors";
import { newId } from "~/lib/id";
import { actorPersonId, type Ctx, type Locale } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { lockArticle, readText } from "./internal/locked-article.server";
import { publishedNumber } from "./internal/published-number.server";
import { touchArticle } from "./internal/touch-article.server";
import { authorize } from "./policy";

/**
 * Begins another language of an article. Its draft holds the source's words to write over, and it follows the source's
 * published version. A language that is there already is the conflict `knowledge:error.languageExists`.
 */
export function startTranslation(
  ctx: Ctx,
  { articleId, locale }: { articleId: string; locale: Locale },
): Promise<{ textId: string }> {
  return inTransaction(ctx, async (ctx) => {
    const article = await lockArticle(ctx, articleId);
    authorize(ctx.actor, "article.write", article);
    if (await readText(ctx, articleId, locale)) throw conflict("knowledge:error.languageExists");
    const source = await readText(ctx, articleId, article.sourceLocale);
    if (!source) throw notFound();
    const textId = newId(ctx.now.getTime());
    const byId = actorPersonId(ctx);
    const { title, summary, keywords, markdown } = source.draft;
    const sourceVersion = await publishedNumber(ctx, source);
    await ctx.db.articleText.createMany({ data: { id: textId, articleId, locale, sourceVersion } });
    await ctx.db.articleDraft.createMany({
      data: {
        textId,
        title,
        slug: "",
        summary,
        keywords,
        markdown,
        updatedAt: ctx.now,
        updatedById: byId,
        authorIds: byId ? [byId] : [],
      },
    });
    await recordEvent(ctx, "article.translation_started", {}, { articleId, locale });
    await touchArticle(ctx, articleId);
    return { textId };
  });
}
