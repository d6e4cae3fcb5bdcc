import { archiveCategory } from "~/domain/knowledge/archive-category.server";
import { restoreCategory } from "~/domain/knowledge/restore-category.server";
import { actAndReturn } from "~/http/act-and-return.server";
import { readInput } from "~/http/forms.server";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { editorAction } from "~/http/route.server";
import { archiveForm } from "../../admin/move-form";

/** An empty category out of use, or back. */
export const action = editorAction(async (ctx, { request, params }) => {
  const categoryId = idParam(params, "categoryId");
  const { restore } = await readInput(ctx, request, archiveForm);
  return actAndReturn(
    paths.desk.knowledge(`categories/${categoryId}`),
    () => (restore ? restoreCategory(ctx, categoryId) : archiveCategory(ctx, categoryId)),
    { key: restore ? "desk:toast.restored" : "desk:toast.archived" },
  );
});
