import { conflict } from "~/lib/errors";
import { newId } from "~/lib/id";
import { actorPersonId, type Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { assertRevision } from "./internal/assert-revision.server";
import { lockText } from "./internal/locked-article.server";
import { takeVersion } from "./internal/take-version.server";
import { touchArticle } from "./internal/touch-article.server";
import { authorize } from "./policy";

/**
 * Asks for a second pair of eyes on the draft as it is; until that is decided or withdrawn the text is not changed.
 * Conflicts: `inReview`, `noText`, `draftMoved` when `revision` is given.
 */
export function requestReview(
  ctx: Ctx,
  { articleId, locale, note = "", revision }: { articleId: string; locale: string; note?: string; revision?: number },
): Promise<{ reviewId: string }> {
  return inTransaction(ctx, async (ctx) => {
    const { article, text } = await lockText(ctx, articleId, locale);
    authorize(ctx.actor, "article.write", article);
    if (text.work === "in_review") throw conflict("knowledge:error.inReview");
    if (revision !== undefined) await assertRevision(ctx, text.draft, revision);
    const version = await takeVersion(ctx, article, text, note.trim());
    const reviewId = newId(ctx.now.getTime());
    await ctx.db.articleReview.createMany({
      data: {
        id: reviewId,
        textId: text.id,
        versionId: version.id,
        requestedById: actorPersonId(ctx),
        requestedAt: ctx.now,
      },
    });
    await ctx.db.articleText.updateMany({ where: { id: text.id }, data: { work: "in_review" } });
    const data = { articleId, locale: text.locale, reviewId, version: version.number };
    await recordEvent(ctx, "article.review_requested", {}, data);
    await touchArticle(ctx, articleId);
    return { reviewId };
  });
}
