import { discardDraft } from "~/domain/knowledge/discard-draft.server";
import { saveDraftForm } from "~/domain/knowledge/schema";
import { refusalToast } from "~/http/act-and-return.server";
import { readInput } from "~/http/forms.server";
import { paths } from "~/http/paths";
import { agentAction } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { textOf } from "../text-of.server";

const discardForm = saveDraftForm.pick({ revision: true });

/** The text says again what is published; a translation that never was goes with its draft. */
export const action = agentAction(async (ctx, args) => {
  const text = textOf(args);
  const here = paths.desk.knowledge(text.articleId, { lang: text.locale });
  try {
    const { revision } = await readInput(ctx, args.request, discardForm);
    const { gone } = await discardDraft(ctx, { ...text, seen: revision });
    return await redirectWithToast(gone ? paths.desk.knowledge(text.articleId) : here, {
      key: "knowledge:toast.discarded",
    });
  } catch (error) {
    return refusalToast(here, error);
  }
});
