import { conflict, invalid } from "~/lib/errors";
import { isNever } from "~/lib/never";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { enqueue } from "~/platform/jobs.server";
import "../events";
import type { LockedArticle, LockedText } from "./locked-article.server";
import { claimSlug, releaseSlug } from "./slugs.server";
import type { Version } from "./take-version.server";
import { touchArticle } from "./touch-article.server";

/**
 * Has a version published at a moment to come, instead of what was scheduled before. Its address is taken now, so that
 * nothing stands in the way then.
 */
export async function scheduleVersion(
  ctx: Ctx,
  article: LockedArticle,
  text: LockedText,
  version: Version,
  at: Date,
): Promise<void> {
  assertFuture(ctx, at);
  const takenBackBefore = !text.publishedVersionId && !isNever(text.unpublishAt) && text.unpublishAt <= at;
  if (takenBackBefore) throw conflict("knowledge:error.order");
  await forgetScheduledSlug(ctx, text);
  await claimSlug(ctx, text, version.slug);
  await ctx.db.articleText.updateMany({
    where: { id: text.id },
    data: { publishAt: at, scheduledVersionId: version.id, work: "none" },
  });
  await followSchedule(ctx, text.id, at);
  const { id: articleId } = article;
  const data = { articleId, locale: text.locale, what: "publish", at: at.toISOString() } as const;
  await recordEvent(ctx, "article.scheduled", {}, data);
  await touchArticle(ctx, articleId);
}

/** Refuses a moment that has passed, at the form's field `at`. */
export function assertFuture(ctx: Ctx, at: Date): void {
  if (at <= ctx.now) throw invalid("common:error.checkFields", { at: "knowledge:error.pastTime" });
}

/** The exact moment has a job of its own; the minutely sweep is there for what it misses. */
export const followSchedule = (ctx: Ctx, textId: string, at: Date): Promise<void> =>
  enqueue(ctx, "knowledge.settle-schedule", { textId }, { runAt: at, priority: 5 });

/** Gives back the address of the version that was scheduled, unless it was ever published there. */
export async function forgetScheduledSlug(ctx: Ctx, text: LockedText): Promise<void> {
  if (!text.scheduledVersionId) return;
  const where = { id: text.scheduledVersionId };
  const version = await ctx.db.articleVersion.findUnique({ where, select: { slug: true } });
  if (version) await releaseSlug(ctx, text, version.slug);
}
