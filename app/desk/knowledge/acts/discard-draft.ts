import { discardDraft } from "~/domain/knowledge/discard-draft.server";
import { refusalToast } from "~/http/act-and-return.server";
import { paths } from "~/http/paths";
import { agentAction } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { textOf } from "../text-of.server";

/** The text says again what is published; a translation that never was goes with its draft. */
export const action = agentAction(async (ctx, args) => {
  const text = textOf(args);
  const here = paths.desk.knowledge(text.articleId, { lang: text.locale });
  try {
    const { gone } = await discardDraft(ctx, text);
    return await redirectWithToast(gone ? paths.desk.knowledge(text.articleId) : here, {
      key: "knowledge:toast.discarded",
    });
  } catch (error) {
    return refusalToast(here, error);
  }
});
