import { markTranslationCurrent } from "~/domain/knowledge/mark-translation-current.server";
import { actAndReturn } from "~/http/act-and-return.server";
import { paths } from "~/http/paths";
import { agentAction } from "~/http/route.server";
import { textOf } from "../text-of.server";

/** The translation says what its source says now. */
export const action = agentAction(async (ctx, args) => {
  const text = textOf(args);
  return actAndReturn(
    paths.desk.knowledge(text.articleId, { lang: text.locale }),
    () => markTranslationCurrent(ctx, text),
    { key: "knowledge:toast.current" },
  );
});
