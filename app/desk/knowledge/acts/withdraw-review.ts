import { withdrawReview } from "~/domain/knowledge/withdraw-review.server";
import { actAndReturn } from "~/http/act-and-return.server";
import { paths } from "~/http/paths";
import { agentAction } from "~/http/route.server";
import { textOf } from "../text-of.server";

/** The text can be changed again; nobody is asked to read it. */
export const action = agentAction(async (ctx, args) => {
  const text = textOf(args);
  return actAndReturn(paths.desk.knowledge(text.articleId, { lang: text.locale }), () => withdrawReview(ctx, text), {
    key: "knowledge:toast.withdrawn",
  });
});
