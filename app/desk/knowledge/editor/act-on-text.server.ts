import type { Params } from "@remix-run/react";
import { publishText } from "~/domain/knowledge/publish-text.server";
import { requestReview } from "~/domain/knowledge/request-review.server";
import { saveDraft } from "~/domain/knowledge/save-draft.server";
import { saveDraftForm, textLocale } from "~/domain/knowledge/schema";
import type { PersonCtx } from "~/http/ctx.server";
import { formObject, parse, readForm } from "~/http/forms.server";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { redirectWithToast } from "~/http/toast.server";

const THENS = ["save", "preview", "review", "publish"] as const;

/** Saves the posted text, then shows it, asks for a review of it or publishes it, as its button says. */
export async function actOnText(ctx: PersonCtx, request: Request, params: Params): Promise<Response> {
  const articleId = idParam(params, "articleId");
  const form = await readForm(ctx, request);
  const locale = parse(textLocale, form.get("lang"));
  const then = THENS.find((name) => name === form.get("then")) ?? "save";
  const note = String(form.get("note") ?? "");
  const here = paths.desk.knowledge(articleId, { lang: locale });

  const { revision } = await saveDraft(ctx, { articleId, locale, ...parse(saveDraftForm, formObject(form)) });
  if (then === "preview") return redirectWithToast(`${here}#preview`, { key: "knowledge:toast.saved" });
  if (then === "review") await requestReview(ctx, { articleId, locale, note, revision });
  if (then === "publish") await publishText(ctx, { articleId, locale, note, revision });
  return redirectWithToast(here, { key: TOASTS[then] });
}

const TOASTS = {
  save: "knowledge:toast.saved",
  review: "knowledge:toast.inReview",
  publish: "knowledge:toast.published",
} as const;
