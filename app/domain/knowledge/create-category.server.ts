import { newId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { takeCategorySlug } from "./internal/category-slugs.server";
import { assertPlace, childrenOf, lockTree, readCategoryForm } from "./internal/category-tree.server";
import { requireEditor } from "./policy";
import type { CreateCategoryForm } from "./schema";

/** Adds a category, last among its siblings; at most four levels deep. Its address is made of its name when none is given. */
export async function createCategory(ctx: Ctx, form: CreateCategoryForm): Promise<{ categoryId: string }> {
  requireEditor(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const tree = await lockTree(ctx);
    assertPlace(tree, form.parentId, null);
    const words = await readCategoryForm(ctx, form, null);
    const categoryId = newId(ctx.now.getTime());
    const position = (childrenOf(tree, form.parentId).at(-1)?.position ?? -1) + 1;
    await ctx.db.articleCategory.createMany({ data: { id: categoryId, parentId: form.parentId, position, ...words } });
    await takeCategorySlug(ctx, words.slug);
    await recordEvent(ctx, "category.created", {}, { categoryId });
    return { categoryId };
  });
}
