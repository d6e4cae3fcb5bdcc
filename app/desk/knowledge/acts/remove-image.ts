import { removeArticleImage } from "~/domain/knowledge/remove-article-image.server";
import { actAndReturn } from "~/http/act-and-return.server";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { agentAction } from "~/http/route.server";
import { textOf } from "../text-of.server";

/** Takes a picture or file away, unless readers see it. */
export const action = agentAction(async (ctx, args) => {
  const { articleId, locale } = textOf(args);
  const imageId = idParam(args.params, "imageId");
  return actAndReturn(
    `${paths.desk.knowledge(articleId, { lang: locale })}#pictures`,
    () => removeArticleImage(ctx, { articleId, imageId }),
    { key: "knowledge:toast.pictureRemoved" },
  );
});
