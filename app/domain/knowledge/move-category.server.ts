import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { assertPlace, childrenOf, lockTree, markCategoryChanged, nodeOf } from "./internal/category-tree.server";
import { requireEditor } from "./policy";

/**
 * Puts a category under another one, or at the top for null, at a place counted from 0 among its siblings, last without
 * one. Refuses circles, archived places and a fifth level, at the field `parentId`.
 */
export async function moveCategory(
  ctx: Ctx,
  categoryId: string,
  { parentId, position }: { parentId: string | null; position?: number },
): Promise<void> {
  requireEditor(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const tree = await lockTree(ctx);
    const before = nodeOf(tree, categoryId);
    if (parentId !== before.parentId) assertPlace(tree, parentId, categoryId);
    const ids = childrenOf(tree, parentId).flatMap(({ id }) => (id === categoryId ? [] : [id]));
    ids.splice(position ?? ids.length, 0, categoryId);
    await ctx.db.$executeRaw`
      update article_category c set parent_id = ${parentId}::uuid, position = o.place - 1
      from unnest(${ids}::uuid[]) with ordinality as o (id, place) where c.id = o.id`;
    await recordEvent(ctx, "category.moved", {}, { categoryId, parentId });
    if (parentId !== before.parentId) await markCategoryChanged(ctx, categoryId);
  });
}
