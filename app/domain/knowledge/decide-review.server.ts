import type { z } from "zod";
import { conflict } from "~/lib/errors";
import { actorPersonId, type Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { assertNoOpenMarks } from "./internal/assert-publishable.server";
import { lockText } from "./internal/locked-article.server";
import { closeReview, openReview } from "./internal/open-review.server";
import { publishVersion } from "./internal/publish-version.server";
import { scheduleVersion } from "./internal/schedule-version.server";
import { storable } from "./internal/storable-text";
import { findVersion } from "./internal/take-version.server";
import { touchArticle } from "./internal/touch-article.server";
import { authorize } from "./policy";
import { reviewForm } from "./schema";

export type ReviewInput = z.input<typeof reviewForm> & { articleId: string; locale: string };

/**
 * Approves or sends back the version that is in review. Approved, it is published as it was read, at once or `at`, unless
 * `publish` is false. Nobody approves what they wrote themselves since the last publication (`knowledge:error.ownReview`);
 * of two who decide at once the second gets `notInReview`.
 */
export async function decideReview(
  ctx: Ctx,
  { articleId, locale, ...input }: ReviewInput,
): Promise<{ version: number }> {
  const { verdict, comment, publish, at } = reviewForm.parse(input);
  return inTransaction(ctx, async (ctx) => {
    const { article, text } = await lockText(ctx, articleId, locale);
    authorize(ctx.actor, "article.publish", article);
    const review = await openReview(ctx, text);
    const version = await findVersion(ctx, review.versionId);
    if (!version) throw conflict("knowledge:error.notInReview");
    const byId = actorPersonId(ctx);
    const wroteIt = byId !== null && version.authorIds.includes(byId);
    if (verdict === "approved" && wroteIt) throw conflict("knowledge:error.ownReview");

    await closeReview(ctx, text, review, verdict, storable(comment));
    const data = { articleId, locale: text.locale, reviewId: review.id, version: version.number, verdict };
    await recordEvent(ctx, "article.reviewed", {}, data);
    await touchArticle(ctx, articleId);
    if (verdict === "sent_back" || !publish) return { version: version.number };
    await assertNoOpenMarks(ctx, article);
    if (at) await scheduleVersion(ctx, article, text, version, at);
    else await publishVersion(ctx, article, text, version);
    return { version: version.number };
  });
}
