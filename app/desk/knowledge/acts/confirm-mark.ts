import { confirmMark } from "~/domain/knowledge/confirm-mark.server";
import { actAndReturn } from "~/http/act-and-return.server";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { agentAction } from "~/http/route.server";
import { textOf } from "../text-of.server";

/** What was taken out of a ticket may stand as it does. */
export const action = agentAction(async (ctx, args) => {
  const { articleId, locale } = textOf(args);
  const markId = idParam(args.params, "markId");
  return actAndReturn(`${paths.desk.knowledge(articleId, { lang: locale })}#marks`, () => confirmMark(ctx, markId), {
    key: "knowledge:toast.confirmed",
  });
});
