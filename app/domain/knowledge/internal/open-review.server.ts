import { conflict } from "~/lib/errors";
import { actorPersonId, type Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import "../events";
import type { LockedArticle, LockedText } from "./locked-article.server";

export type OpenReview = { id: string; versionId: string; requestedById: string | null };

/** The open review of a locked text; that there is none is the conflict `knowledge:error.notInReview`. */
export async function openReview(ctx: Ctx, text: LockedText): Promise<OpenReview> {
  const review = await ctx.db.articleReview.findFirst({
    where: { textId: text.id, verdict: null },
    select: { id: true, versionId: true, requestedById: true },
  });
  if (!review || text.work !== "in_review") throw conflict("knowledge:error.notInReview");
  return review;
}

/** Writes what became of a review; the text may be changed again. */
export async function closeReview(
  ctx: Ctx,
  text: LockedText,
  review: OpenReview,
  verdict: "approved" | "sent_back" | "withdrawn",
  comment = "",
): Promise<void> {
  await ctx.db.articleReview.updateMany({
    where: { id: review.id },
    data: { verdict, comment, decidedById: actorPersonId(ctx), decidedAt: ctx.now },
  });
  await ctx.db.articleText.updateMany({ where: { id: text.id }, data: { work: "draft" } });
}

/** Takes an open review back. */
export async function withdraw(ctx: Ctx, article: LockedArticle, text: LockedText, review: OpenReview): Promise<void> {
  await closeReview(ctx, text, review, "withdrawn");
  const data = { articleId: article.id, locale: text.locale, reviewId: review.id };
  await recordEvent(ctx, "article.review_withdrawn", {}, data);
}
