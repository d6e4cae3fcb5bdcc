import { cancelSchedule } from "~/domain/knowledge/cancel-schedule.server";
import { actAndReturn } from "~/http/act-and-return.server";
import { paths } from "~/http/paths";
import { agentAction } from "~/http/route.server";
import { textOf } from "../text-of.server";

/** Neither published nor taken back by itself any more. */
export const action = agentAction(async (ctx, args) => {
  const text = textOf(args);
  return actAndReturn(paths.desk.knowledge(text.articleId, { lang: text.locale }), () => cancelSchedule(ctx, text), {
    key: "knowledge:toast.scheduleCancelled",
  });
});
