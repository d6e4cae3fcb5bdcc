import { startTranslation } from "~/domain/knowledge/start-translation.server";
import { actAndReturn } from "~/http/act-and-return.server";
import { paths } from "~/http/paths";
import { agentAction } from "~/http/route.server";
import { textOf } from "../text-of.server";

/** Another language begins with the source's words to write over. */
export const action = agentAction(async (ctx, args) => {
  const text = textOf(args);
  return actAndReturn(
    paths.desk.knowledge(text.articleId, { lang: text.locale, side: "source" }),
    () => startTranslation(ctx, text),
    { key: "knowledge:toast.translationBegun" },
  );
});
