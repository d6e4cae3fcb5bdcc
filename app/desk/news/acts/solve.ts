import { solveProblem } from "~/domain/knowledge/solve-problem.server";
import { readForm } from "~/http/forms.server";
import { idParam } from "~/http/params.server";
import { actAndReturn } from "~/http/act-and-return.server";
import { paths } from "~/http/paths";
import { editorAction } from "~/http/route.server";

/** The known problem is solved, or after all not. */
export const action = editorAction(async (ctx, { request, params }) => {
  const newsId = idParam(params, "newsId");
  const reopen = (await readForm(ctx, request)).get("reopen") === "yes";
  const toast = { key: reopen ? "news:toast.reopened" : "news:toast.solved" };
  return actAndReturn(paths.desk.news(newsId), () => solveProblem(ctx, newsId, { reopen }), toast);
});
