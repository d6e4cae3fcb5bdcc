import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { leaveCategorySlug, takeCategorySlug } from "./internal/category-slugs.server";
import { lockTree, markCategoryChanged, nodeOf, readCategoryForm } from "./internal/category-tree.server";
import { requireEditor } from "./policy";
import type { CategoryForm } from "./schema";

/**
 * Changes a category's names, address, picture and whether its texts need an approval; all below it are found by it. The
 * address it had leads on to the new one, until another category takes it.
 */
export async function changeCategory(ctx: Ctx, categoryId: string, form: CategoryForm): Promise<void> {
  requireEditor(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const { slug } = nodeOf(await lockTree(ctx), categoryId);
    const words = await readCategoryForm(ctx, form, categoryId);
    await ctx.db.articleCategory.updateMany({ where: { id: categoryId }, data: words });
    if (words.slug !== slug) {
      await takeCategorySlug(ctx, words.slug);
      await leaveCategorySlug(ctx, categoryId, slug);
    }
    await recordEvent(ctx, "category.changed", {}, { categoryId });
    await markCategoryChanged(ctx, categoryId);
  });
}
