import { saveDraft } from "~/domain/knowledge/save-draft.server";
import { saveDraftForm, textLocale } from "~/domain/knowledge/schema";
import { formObject, parse, readForm } from "~/http/forms.server";
import { idParam } from "~/http/params.server";
import { agentAction } from "~/http/route.server";
import { asJson } from "../as-json.server";

/** What is typed, saved while typing. */
export const action = asJson(
  agentAction(async (ctx, { request, params }) => {
    const form = await readForm(ctx, request);
    const saved = await saveDraft(ctx, {
      articleId: idParam(params, "articleId"),
      locale: parse(textLocale, form.get("lang")),
      ...parse(saveDraftForm, formObject(form)),
    });
    return { revision: saved.revision, savedAt: saved.savedAt.toISOString() };
  }),
);
