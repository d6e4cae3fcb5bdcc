import { conflict } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { assertOthersSeen } from "./internal/assert-revision.server";
import { lockText } from "./internal/locked-article.server";
import { replaceDraft } from "./internal/replace-draft.server";
import { findVersion } from "./internal/take-version.server";
import { touchArticle } from "./internal/touch-article.server";
import { authorize } from "./policy";

/**
 * Throws a draft away: the text says again what is published or scheduled. A translation that never was either goes with
 * its draft (`gone`); the source's first draft is not discarded but deleted with its article (`notPublished`). Words that
 * a colleague saved after the revision that the actor has `seen` are not thrown away unseen (`draftMoved`); the actor's own are.
 */
export function discardDraft(
  ctx: Ctx,
  { articleId, locale, seen }: { articleId: string; locale: string; seen?: number },
): Promise<{ gone: boolean }> {
  return inTransaction(ctx, async (ctx) => {
    const { article, text } = await lockText(ctx, articleId, locale);
    authorize(ctx.actor, "article.write", article);
    if (text.work === "in_review") throw conflict("knowledge:error.inReview");
    await assertOthersSeen(ctx, text.draft, seen);
    const versionId = text.scheduledVersionId ?? text.publishedVersionId;
    const version = versionId ? await findVersion(ctx, versionId) : null;
    if (version) {
      const { title, slug, summary, keywords, markdown } = version;
      await replaceDraft(ctx, text, { title, slug, summary, keywords, markdown }, []);
      await ctx.db.articleText.updateMany({ where: { id: text.id }, data: { work: "none" } });
    } else {
      const shown = await ctx.db.articleSlug.count({ where: { textId: text.id } });
      if (shown || text.locale === article.sourceLocale) throw conflict("knowledge:error.notPublished");
      await ctx.db.articleText.deleteMany({ where: { id: text.id } });
    }
    await recordEvent(ctx, "article.draft_discarded", {}, { articleId, locale: text.locale });
    await touchArticle(ctx, articleId);
    return { gone: !version };
  });
}
