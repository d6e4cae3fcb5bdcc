import { conflict } from "~/lib/errors";
import { NEVER } from "~/lib/never";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { markChanged } from "~/platform/search-changes.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { getSettingsMark } from "./get-settings-mark.server";
import { checkCategory, checkOwner, writeOrganizations } from "./internal/check-choices.server";
import { type LockedArticle, lockArticle } from "./internal/locked-article.server";
import { touchArticle } from "./internal/touch-article.server";
import { authorize } from "./policy";
import type { ChangeArticleForm } from "./schema";

/**
 * Changes what of an article is the same in all its languages; what is absent stays. Readers see a new audience, kind or
 * category at once. With the mark of what the actor has `seen`, settings that somebody changed since are left as they
 * are: the conflict `knowledge:error.moved`.
 */
export function changeArticle(ctx: Ctx, articleId: string, form: ChangeArticleForm, seen?: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const article = await lockArticle(ctx, articleId);
    authorize(ctx.actor, "article.write", article);
    if (seen !== undefined && seen !== (await getSettingsMark(ctx, articleId))) throw conflict("knowledge:error.moved");
    const fields = Object.keys(form).filter((field) => form[field as keyof ChangeArticleForm] !== undefined);
    if (!fields.length) return;
    const moves = form.categoryId !== undefined && form.categoryId !== article.categoryId;
    if (form.categoryId !== undefined && moves) await checkCategory(ctx, form.categoryId);
    if (form.ownerId !== undefined) await checkOwner(ctx, form.ownerId);
    await changeAudience(ctx, article, form);
    await ctx.db.article.updateMany({
      where: { id: articleId },
      data: {
        kind: form.kind,
        categoryId: form.categoryId,
        ownerId: form.ownerId,
        ...(form.reviewBy !== undefined && { reviewBy: form.reviewBy ?? NEVER }),
      },
    });
    if (moves || form.position !== undefined)
      await placeArticle(ctx, articleId, form.categoryId ?? article.categoryId, form.position);
    await recordEvent(ctx, "article.changed", {}, { articleId, fields });
    await touchArticle(ctx, articleId);
    if (article.live) markChanged(ctx, "article", articleId);
  });
}

async function changeAudience(ctx: Ctx, article: LockedArticle, form: ChangeArticleForm): Promise<void> {
  if (form.audience === undefined && form.organizationIds === undefined) return;
  const audience = form.audience ?? article.audience;
  const where = { articleId: article.id };
  const had = await ctx.db.articleOrganization.findMany({ where, select: { organizationId: true } });
  await ctx.db.article.updateMany({ where: { id: article.id }, data: { audience } });
  const organizationIds = form.organizationIds ?? had.map(({ organizationId }) => organizationId);
  await writeOrganizations(ctx, article.id, audience, organizationIds);
}

/** Puts an article at a place among its category's, last without one, and numbers them anew. */
async function placeArticle(ctx: Ctx, articleId: string, categoryId: string, at?: number): Promise<void> {
  await ctx.db.$executeRaw`select from article_category where id = ${categoryId}::uuid for no key update`;
  const others = await ctx.db.article.findMany({
    where: { categoryId, id: { not: articleId } },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  const ids = others.map(({ id }) => id);
  ids.splice(at ?? ids.length, 0, articleId);
  await ctx.db.$executeRaw`
    update article a set position = o.place - 1
    from unnest(${ids}::uuid[]) with ordinality as o (id, place)
    where a.id = o.id and a.position <> o.place - 1`;
}
