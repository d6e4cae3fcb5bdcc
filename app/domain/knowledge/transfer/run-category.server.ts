import { conflict } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { changeCategory } from "../change-category.server";
import { createCategory } from "../create-category.server";
import { moveCategory } from "../move-category.server";
import type { PlannedCategory } from "./plan-categories";

/** Creates or changes a category as planned; answers its id. */
export async function runCategory(
  ctx: Ctx,
  { known, slug, parent, icon, names, descriptions, needsReview, item }: PlannedCategory,
  ids: ReadonlyMap<string, string>,
): Promise<string> {
  const parentId = parent === null ? null : ids.get(parent);
  if (parentId === undefined) throw conflict("transfer:error.categoryParent", { parent: parent ?? "" });
  const form = { slug, icon, names, descriptions, needsReview };
  if (!known) return (await createCategory(ctx, { ...form, parentId })).categoryId;
  if (item.changes.includes("parent")) await moveCategory(ctx, known.id, { parentId });
  if (item.changes.some((change) => change !== "parent")) await changeCategory(ctx, known.id, form);
  return known.id;
}
