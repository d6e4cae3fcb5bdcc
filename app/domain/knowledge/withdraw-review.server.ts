import { forbidden } from "~/lib/errors";
import { actorPersonId, type Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { lockText } from "./internal/locked-article.server";
import { openReview, withdraw } from "./internal/open-review.server";
import { touchArticle } from "./internal/touch-article.server";
import { isEditor } from "./policy";

/** Takes a request for review back, so that the text can be changed: who asked, and editors. */
export function withdrawReview(ctx: Ctx, { articleId, locale }: { articleId: string; locale: string }): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { article, text } = await lockText(ctx, articleId, locale);
    const review = await openReview(ctx, text);
    if (!isEditor(ctx.actor) && review.requestedById !== actorPersonId(ctx)) throw forbidden();
    await withdraw(ctx, article, text, review);
    await touchArticle(ctx, articleId);
  });
}
