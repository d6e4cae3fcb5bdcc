import type { z } from "zod";
import { conflict } from "~/lib/errors";
import { isNever } from "~/lib/never";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { lockText } from "./internal/locked-article.server";
import { assertFuture, followSchedule } from "./internal/schedule-version.server";
import { takeBack } from "./internal/take-back.server";
import { touchArticle } from "./internal/touch-article.server";
import { authorize } from "./policy";
import { unpublishForm } from "./schema";

export type UnpublishInput = z.input<typeof unpublishForm> & { articleId: string; locale: string };

/**
 * Takes a text out of readers' sight, at once or `at` a moment to come; the draft stays. Conflicts: `notPublished` for a
 * text that is neither published nor scheduled, `order` when it would be taken back before it appears.
 */
export async function unpublishText(ctx: Ctx, { articleId, locale, ...input }: UnpublishInput): Promise<void> {
  const { at } = unpublishForm.parse(input);
  return inTransaction(ctx, async (ctx) => {
    const { article, text } = await lockText(ctx, articleId, locale);
    authorize(ctx.actor, "article.publish", article);
    if (!text.publishedVersionId && (!at || isNever(text.publishAt))) throw conflict("knowledge:error.notPublished");
    if (!at) return takeBack(ctx, article, text);
    assertFuture(ctx, at);
    if (!text.publishedVersionId && at <= text.publishAt) throw conflict("knowledge:error.order");
    await ctx.db.articleText.updateMany({ where: { id: text.id }, data: { unpublishAt: at } });
    await followSchedule(ctx, text.id, at);
    const data = { articleId, locale: text.locale, what: "unpublish", at: at.toISOString() } as const;
    await recordEvent(ctx, "article.scheduled", {}, data);
    await touchArticle(ctx, articleId);
  });
}
