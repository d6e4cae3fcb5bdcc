import { conflict } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { childrenOf, lockTree, nodeOf } from "./internal/category-tree.server";
import { requireEditor } from "./policy";

/**
 * Puts an empty category out of use. One with articles (those in the recycle bin do not count) or categories in it is the
 * conflict `knowledge:error.categoryNotEmpty`.
 */
export async function archiveCategory(ctx: Ctx, categoryId: string): Promise<void> {
  requireEditor(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const tree = await lockTree(ctx);
    if (nodeOf(tree, categoryId).archivedAt) return;
    // Held against articles on their way in: they hold it too, and look at it again after us.
    await ctx.db.$executeRaw`select from article_category where id = ${categoryId}::uuid for update`;
    const inside = childrenOf(tree, categoryId).some(({ archivedAt }) => !archivedAt);
    const where = { categoryId, deletedAt: null };
    if (inside || (await ctx.db.article.findFirst({ where, select: { id: true } })))
      throw conflict("knowledge:error.categoryNotEmpty");
    await ctx.db.articleCategory.updateMany({ where: { id: categoryId }, data: { archivedAt: ctx.now } });
    await recordEvent(ctx, "category.archived", {}, { categoryId });
  });
}
