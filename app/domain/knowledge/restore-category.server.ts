import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { assertPlace, lockTree, nodeOf } from "./internal/category-tree.server";
import { requireEditor } from "./policy";

/** Puts an archived category back into use, in its place; under an archived one it cannot come back alone. */
export async function restoreCategory(ctx: Ctx, categoryId: string): Promise<void> {
  requireEditor(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const tree = await lockTree(ctx);
    const { parentId, archivedAt } = nodeOf(tree, categoryId);
    if (!archivedAt) return;
    assertPlace(tree, parentId, categoryId);
    await ctx.db.articleCategory.updateMany({ where: { id: categoryId }, data: { archivedAt: null } });
    await recordEvent(ctx, "category.restored", {}, { categoryId });
  });
}
