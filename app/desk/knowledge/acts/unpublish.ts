import { unpublishText } from "~/domain/knowledge/unpublish-text.server";
import { actAndReturn } from "~/http/act-and-return.server";
import { paths } from "~/http/paths";
import { agentAction } from "~/http/route.server";
import { textOf } from "../text-of.server";

/** Out of readers' sight at once; the draft stays. */
export const action = agentAction(async (ctx, args) => {
  const text = textOf(args);
  return actAndReturn(paths.desk.knowledge(text.articleId, { lang: text.locale }), () => unpublishText(ctx, text), {
    key: "knowledge:toast.unpublished",
  });
});
