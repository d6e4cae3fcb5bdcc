import { listCategoryTree } from "~/domain/knowledge/list-category-tree.server";
import { moveCategory } from "~/domain/knowledge/move-category.server";
import { actAndReturn } from "~/http/act-and-return.server";
import { readInput } from "~/http/forms.server";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { editorAction } from "~/http/route.server";
import { notFound } from "~/lib/errors";
import { moveForm } from "../../admin/move-form";

/** One place up or down among its siblings. */
export const action = editorAction(async (ctx, { request, params }) => {
  const categoryId = idParam(params, "categoryId");
  const { by } = await readInput(ctx, request, moveForm);
  const tree = await listCategoryTree(ctx);
  const moved = tree.find(({ id }) => id === categoryId);
  if (!moved) throw notFound();
  const siblings = tree.filter(({ parentId }) => parentId === moved.parentId);
  const position = Math.max(0, siblings.indexOf(moved) + by);
  return actAndReturn(
    paths.desk.knowledge("categories"),
    () => moveCategory(ctx, categoryId, { parentId: moved.parentId, position }),
    { key: "knowledge:toast.categoryMoved" },
  );
});
