import { conflict, notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { assertOthersSeen, assertRevision } from "./internal/assert-revision.server";
import { lockText } from "./internal/locked-article.server";
import { replaceDraft, withActor } from "./internal/replace-draft.server";
import { touchArticle } from "./internal/touch-article.server";
import { authorize } from "./policy";

type Input = { articleId: string; locale: string; number: number; revision?: number; seen?: number };

/**
 * Puts an earlier version's words into the draft, in place of what stands there; readers see them when they are
 * published. The address stays. A draft that moved on since `revision`, or that a colleague saved since the one that the
 * actor has `seen`, is left as it is (`draftMoved`).
 */
export function restoreVersion(
  ctx: Ctx,
  { articleId, locale, number, revision, seen }: Input,
): Promise<{ revision: number }> {
  return inTransaction(ctx, async (ctx) => {
    const { article, text } = await lockText(ctx, articleId, locale);
    authorize(ctx.actor, "article.write", article);
    if (text.work === "in_review") throw conflict("knowledge:error.inReview");
    if (revision !== undefined) await assertRevision(ctx, text.draft, revision);
    await assertOthersSeen(ctx, text.draft, seen);
    const words = await ctx.db.articleVersion.findUnique({
      where: { textId_number: { textId: text.id, number } },
      select: { title: true, summary: true, keywords: true, markdown: true },
    });
    if (!words) throw notFound();
    const next = await replaceDraft(ctx, text, words, withActor(ctx, text));
    await ctx.db.articleText.updateMany({ where: { id: text.id }, data: { work: "draft" } });
    await recordEvent(ctx, "article.version_restored", {}, { articleId, locale: text.locale, version: number });
    await touchArticle(ctx, articleId);
    return { revision: next };
  });
}
