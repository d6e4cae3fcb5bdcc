import type { z } from "zod";
import { conflict } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { assertApproved, assertNoOpenMarks } from "./internal/assert-publishable.server";
import { assertRevision } from "./internal/assert-revision.server";
import { type LockedText, lockText } from "./internal/locked-article.server";
import { publishVersion } from "./internal/publish-version.server";
import { scheduleVersion } from "./internal/schedule-version.server";
import { takeVersion } from "./internal/take-version.server";
import { authorize } from "./policy";
import { publishForm } from "./schema";

export type PublishInput = z.input<typeof publishForm> & { articleId: string; locale: string };

/**
 * Publishes the draft of one language, at once or `at` a moment to come, and answers the version's number. Conflicts, of
 * which none loses a word: `draftMoved` (when `revision` is given), `inReview`, `marks`, `noText`, `needsReview` (the
 * category wants an approval that this text has not), `slugTaken`. What is published already is not published again.
 */
export async function publishText(
  ctx: Ctx,
  { articleId, locale, ...input }: PublishInput,
): Promise<{ version: number }> {
  const { note, at, revision } = publishForm.parse(input);
  return inTransaction(ctx, async (ctx) => {
    const { article, text } = await lockText(ctx, articleId, locale);
    authorize(ctx.actor, "article.publish", article);
    if (revision !== undefined) await assertRevision(ctx, text.draft, revision);
    if (text.work === "in_review") throw conflict("knowledge:error.inReview");
    await assertNoOpenMarks(ctx, article);
    const version = await takeVersion(ctx, article, text, note);
    await assertApproved(ctx, article, version);
    if (!at && version.id === text.publishedVersionId && !text.scheduledVersionId) await settleDraft(ctx, text);
    else if (at) await scheduleVersion(ctx, article, text, version, at);
    else await publishVersion(ctx, article, text, version);
    return { version: version.number };
  });
}

/** The draft says again what is published. */
async function settleDraft(ctx: Ctx, text: LockedText): Promise<void> {
  await ctx.db.articleText.updateMany({ where: { id: text.id }, data: { work: "none" } });
  await ctx.db.articleDraft.updateMany({ where: { textId: text.id }, data: { authorIds: [] } });
}
