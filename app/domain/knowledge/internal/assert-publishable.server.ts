import { conflict } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import type { LockedArticle } from "./locked-article.server";
import { categoryNeedsReview } from "./needs-review.server";
import type { Version } from "./take-version.server";

/**
 * Refuses an article with something of a ticket in it that nobody has looked at, in whichever of its languages: a
 * translation began with the words of its source. Conflict `knowledge:error.marks` (`count`).
 */
export async function assertNoOpenMarks(ctx: Ctx, { id: articleId }: LockedArticle): Promise<void> {
  const count = await ctx.db.articleMark.count({ where: { text: { articleId }, confirmedAt: null } });
  if (count) throw conflict("knowledge:error.marks", { count });
}

/** Refuses a version that its category wants approved and nobody has: `knowledge:error.needsReview`. */
export async function assertApproved(ctx: Ctx, article: LockedArticle, version: Version): Promise<void> {
  if (ctx.actor.kind !== "person" || !(await categoryNeedsReview(ctx, article.categoryId))) return;
  const where = { versionId: version.id, verdict: "approved" };
  if (!(await ctx.db.articleReview.findFirst({ where, select: { id: true } })))
    throw conflict("knowledge:error.needsReview");
}
