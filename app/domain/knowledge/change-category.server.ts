import { conflict } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import { categoryMark } from "./category-mark.server";
import "./events";
import { leaveCategorySlug, takeCategorySlug } from "./internal/category-slugs.server";
import { lockTree, markCategoryChanged, nodeOf, readCategoryForm } from "./internal/category-tree.server";
import { moveCategory } from "./move-category.server";
import { requireEditor } from "./policy";
import type { CategoryForm } from "./schema";

/**
 * Changes a category's names, address, picture and whether its texts need an approval; all below it are found by it. The
 * address it had leads on to the new one, until another category takes it. With `parentId` it is moved there, too. With
 * the mark of what the actor has `seen`, one that somebody changed since is left as it is: `knowledge:error.moved`.
 */
export async function changeCategory(
  ctx: Ctx,
  categoryId: string,
  form: CategoryForm,
  { parentId, seen }: { parentId?: string | null; seen?: string } = {},
): Promise<void> {
  requireEditor(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const before = nodeOf(await lockTree(ctx), categoryId);
    if (seen !== undefined && seen !== (await markOf(ctx, categoryId))) throw conflict("knowledge:error.moved");
    if (parentId !== undefined && parentId !== before.parentId) await moveCategory(ctx, categoryId, { parentId });
    const words = await readCategoryForm(ctx, form, categoryId);
    await ctx.db.articleCategory.updateMany({ where: { id: categoryId }, data: words });
    if (words.slug !== before.slug) {
      await takeCategorySlug(ctx, words.slug);
      await leaveCategorySlug(ctx, categoryId, before.slug);
    }
    await recordEvent(ctx, "category.changed", {}, { categoryId });
    await markCategoryChanged(ctx, categoryId);
  });
}

/** The mark of a category in the locked tree. */
async function markOf(ctx: Ctx, categoryId: string): Promise<string> {
  const { names, descriptions, ...rest } = await ctx.db.articleCategory.findUniqueOrThrow({
    where: { id: categoryId },
    select: { parentId: true, slug: true, names: true, descriptions: true, icon: true, needsReview: true },
  });
  return categoryMark({
    ...rest,
    names: names as Record<string, string>,
    descriptions: descriptions as Record<string, string>,
  });
}
