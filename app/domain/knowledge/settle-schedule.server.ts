import { NEVER } from "~/lib/never";
import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { lockArticle, type LockedText, readText } from "./internal/locked-article.server";
import { publishVersion } from "./internal/publish-version.server";
import { findVersion } from "./internal/take-version.server";
import { takeBack } from "./internal/take-back.server";

/**
 * Does what is due of one text, in the order in which it was to happen, and nothing more: a second run, or one that
 * comes after the schedule was changed, finds nothing.
 */
export async function settleSchedule(ctx: Ctx, textId: string): Promise<void> {
  const where = { id: textId, article: { deletedAt: null } };
  const known = await ctx.db.articleText.findFirst({ where, select: { articleId: true, locale: true } });
  if (!known) return;
  await inTransaction(ctx, async (ctx) => {
    const article = await lockArticle(ctx, known.articleId, { deleted: true });
    if (article.deletedAt) return;
    for (;;) {
      const text = await readText(ctx, article.id, known.locale);
      const due = text && dueOf(text, ctx.now);
      if (!due) return;
      const version = text.scheduledVersionId ? await findVersion(ctx, text.scheduledVersionId) : null;
      if (due === "publish" && version) await publishVersion(ctx, article, text, version);
      else if (text.publishedVersionId) await takeBack(ctx, article, text);
      else await ctx.db.articleText.updateMany({ where: { id: text.id }, data: { unpublishAt: NEVER } });
    }
  });
}

function dueOf({ publishAt, unpublishAt }: LockedText, now: Date): "publish" | "unpublish" | null {
  if (publishAt > now && unpublishAt > now) return null;
  return publishAt <= unpublishAt ? "publish" : "unpublish";
}
