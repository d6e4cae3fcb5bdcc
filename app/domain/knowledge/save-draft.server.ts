import { conflict } from "~/lib/errors";
import { actorPersonId, type Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { assertRevision } from "./internal/assert-revision.server";
import { lockText } from "./internal/locked-article.server";
import { replaceDraft, withActor } from "./internal/replace-draft.server";
import { isSameText, storableText } from "./internal/storable-text";
import { touchArticle } from "./internal/touch-article.server";
import { authorize } from "./policy";
import type { SaveDraftForm } from "./schema";

/**
 * Keeps what was typed in one language of an article and answers the draft's next revision; the same text changes
 * nothing. A draft that another tab or person saved since is left as it is: the conflict `knowledge:error.draftMoved`
 * (`name`, `revision`), after which the screen shows both. A text in review waits (`knowledge:error.inReview`).
 */
export function saveDraft(
  ctx: Ctx,
  { articleId, locale, ...form }: SaveDraftForm & { articleId: string; locale: string },
): Promise<{ revision: number; savedAt: Date }> {
  return inTransaction(ctx, async (ctx) => {
    const { article, text } = await lockText(ctx, articleId, locale);
    authorize(ctx.actor, "article.write", article);
    if (text.work === "in_review") throw conflict("knowledge:error.inReview");
    const { draft } = text;
    const next = storableText(form);
    if (isSameText(draft, next)) return { revision: draft.revision, savedAt: ctx.now };
    await assertRevision(ctx, draft, form.revision);

    const revision = await replaceDraft(ctx, text, next, withActor(ctx, text));
    if (text.work === "none" || draft.updatedById !== actorPersonId(ctx))
      await recordEvent(ctx, "article.edited", {}, { articleId, locale: text.locale });
    await ctx.db.articleText.updateMany({ where: { id: text.id }, data: { work: "draft" } });
    await touchArticle(ctx, articleId);
    return { revision, savedAt: ctx.now };
  });
}
