import { newId } from "~/lib/id";
import { NEVER } from "~/lib/never";
import { actorPersonId, type Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { checkCategory, checkOwner, writeOrganizations } from "./internal/check-choices.server";
import { storable, storableText } from "./internal/storable-text";
import { requireStaff } from "./policy";
import type { CreateArticleForm } from "./schema";

/**
 * Begins an article or FAQ with a draft in its first language, for any of the staff; nothing is published. It comes last
 * in its category. Marks are what must be confirmed before it can be published. `id` is for a caller who had to name the
 * article before it was there.
 */
export async function createArticle(
  ctx: Ctx,
  form: CreateArticleForm & { id?: string },
): Promise<{ articleId: string; textId: string }> {
  requireStaff(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    await checkCategory(ctx, form.categoryId);
    await checkOwner(ctx, form.ownerId);
    const byId = actorPersonId(ctx);
    const articleId = form.id ?? newId(ctx.now.getTime());
    const textId = newId(ctx.now.getTime());
    await ctx.db.article.createMany({
      data: {
        id: articleId,
        kind: form.kind,
        categoryId: form.categoryId,
        position: await nextPosition(ctx, form.categoryId),
        audience: form.audience,
        sourceLocale: form.locale,
        ownerId: form.ownerId,
        reviewBy: form.reviewBy ?? NEVER,
        ticketId: form.ticketId,
        createdAt: ctx.now,
        createdById: byId,
        activityAt: ctx.now,
      },
    });
    await writeOrganizations(ctx, articleId, form.audience, form.organizationIds);
    await ctx.db.articleText.createMany({ data: { id: textId, articleId, locale: form.locale } });
    await ctx.db.articleDraft.createMany({
      data: {
        textId,
        ...storableText(form),
        updatedAt: ctx.now,
        updatedById: byId,
        authorIds: byId ? [byId] : [],
      },
    });
    await writeMarks(ctx, textId, form.marks);
    await recordEvent(
      ctx,
      "article.created",
      {},
      {
        articleId,
        locale: form.locale,
        kind: form.kind,
        ...(form.ticketId && { fromTicketId: form.ticketId }),
      },
    );
    return { articleId, textId };
  });
}

async function nextPosition(ctx: Ctx, categoryId: string): Promise<number> {
  const last = await ctx.db.article.findFirst({
    where: { categoryId },
    orderBy: { position: "desc" },
    select: { position: true },
  });
  return (last?.position ?? -1) + 1;
}

async function writeMarks(ctx: Ctx, textId: string, marks: CreateArticleForm["marks"]): Promise<void> {
  if (!marks.length) return;
  await ctx.db.articleMark.createMany({
    data: marks.map(({ kind, found, replacement }, position) => ({
      id: newId(ctx.now.getTime()),
      textId,
      position,
      kind,
      found: storable(found),
      replacement: storable(replacement),
    })),
  });
}
