import { deleteNews } from "~/domain/knowledge/delete-news.server";
import { idParam } from "~/http/params.server";
import { actAndReturn } from "~/http/act-and-return.server";
import { paths } from "~/http/paths";
import { editorAction } from "~/http/route.server";

/** Deletes the news; back to the list. */
export const action = editorAction(async (ctx, { params }) => {
  const newsId = idParam(params, "newsId");
  return actAndReturn(paths.desk.news(), () => deleteNews(ctx, newsId), { key: "news:toast.deleted" });
});
