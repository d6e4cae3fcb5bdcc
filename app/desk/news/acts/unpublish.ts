import { unpublishNews } from "~/domain/knowledge/unpublish-news.server";
import { idParam } from "~/http/params.server";
import { actAndReturn } from "~/http/act-and-return.server";
import { paths } from "~/http/paths";
import { editorAction } from "~/http/route.server";

/** Takes the news back from its readers, or off the schedule. */
export const action = editorAction(async (ctx, { params }) => {
  const newsId = idParam(params, "newsId");
  return actAndReturn(paths.desk.news(newsId), () => unpublishNews(ctx, newsId), { key: "news:toast.unpublished" });
});
