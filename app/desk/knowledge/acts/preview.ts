import { previewText } from "~/domain/knowledge/preview-text.server";
import { MAX_MARKDOWN, textLocale } from "~/domain/knowledge/schema";
import { parse, readForm } from "~/http/forms.server";
import { idParam } from "~/http/params.server";
import { agentAction } from "~/http/route.server";
import { asJson } from "../as-json.server";

/** What is typed as readers would see it; nothing is saved. */
export const action = asJson(
  agentAction(async (ctx, { request, params }) => {
    const form = await readForm(ctx, request);
    const locale = parse(textLocale, form.get("lang"));
    const markdown = String(form.get("markdown") ?? "").slice(0, MAX_MARKDOWN);
    const { html } = await previewText(ctx, { articleId: idParam(params, "articleId"), locale, markdown });
    return { html };
  }),
);
