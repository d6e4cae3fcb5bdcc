import { deleteArticle } from "~/domain/knowledge/delete-article.server";
import { restoreArticle } from "~/domain/knowledge/restore-article.server";
import { actAndReturn } from "~/http/act-and-return.server";
import { readInput } from "~/http/forms.server";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { agentAction } from "~/http/route.server";
import { archiveForm } from "../../admin/move-form";

/** Into the bin with all its languages, or back to its readers. */
export const action = agentAction(async (ctx, { request, params }) => {
  const articleId = idParam(params, "articleId");
  const { restore } = await readInput(ctx, request, archiveForm);
  return actAndReturn(
    paths.desk.knowledge(articleId),
    () => (restore ? restoreArticle(ctx, { articleId }) : deleteArticle(ctx, articleId)),
    { key: restore ? "knowledge:toast.restored" : "knowledge:toast.deleted" },
  );
});
