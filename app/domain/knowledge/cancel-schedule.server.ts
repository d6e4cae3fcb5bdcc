import { conflict } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { clearSchedule, type Scheduled } from "./internal/clear-schedule.server";
import { lockText } from "./internal/locked-article.server";
import { touchArticle } from "./internal/touch-article.server";
import { authorize } from "./policy";

/**
 * Gives up a publication or a taking back that was to come, both without `what`. Nothing there is the conflict
 * `knowledge:error.notScheduled`.
 */
export function cancelSchedule(
  ctx: Ctx,
  { articleId, locale, what }: { articleId: string; locale: string; what?: Scheduled },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { article, text } = await lockText(ctx, articleId, locale);
    authorize(ctx.actor, "article.publish", article);
    const cleared = await clearSchedule(ctx, article, text, what ? [what] : ["publish", "unpublish"]);
    if (!cleared.length) throw conflict("knowledge:error.notScheduled");
    await touchArticle(ctx, articleId);
  });
}
