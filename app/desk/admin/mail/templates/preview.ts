import { getMailText } from "~/domain/mail/templates/get-mail-text.server";
import { TEXT_LOCALES } from "~/domain/mail/templates/schema";
import { draftMail, previewMailText } from "~/domain/notifications/preview-mail-text.server";
import { parse, readForm } from "~/http/forms.server";
import { adminAction, adminLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { DomainError } from "~/lib/errors";
import type { PersonCtx } from "~/http/ctx.server";
import { PREVIEW_POLICY, previewDocument, previewProblem } from "./preview-document";
import { readDraft } from "./read-draft";

/** The text as it is saved, in one language, with the newest ticket. */
export const loader = adminLoader(async (ctx, { request, params }) => {
  const wanted = new URL(request.url).searchParams.get("locale");
  const locale = TEXT_LOCALES.find((known) => known === wanted) ?? ctx.locale;
  const ref = params.ref ?? "";
  return show(ctx, async () => {
    const { words } = await getMailText(ctx, ref);
    return { ref, locale, ...(words[locale].text ? words[locale] : words.en), number: null };
  });
});

/** The text as it is typed: the page's form posts into the frame, and nothing is saved. */
export const action = adminAction(async (ctx, { request, params }) => {
  const form = await readForm(ctx, request);
  const locale = String(form.get("locale") ?? "");
  return show(ctx, async () => {
    const draft = parse(draftMail, readDraft(form, params.ref ?? "", locale));
    // An own text without words in the language goes out in English.
    const stands = !draft.text.trim() && readDraft(form, draft.ref, "en");
    return stands ? { ...draft, subject: String(stands.subject), text: String(stands.text) } : draft;
  });
});

/** A refusal is shown where the mail would be. */
async function show(ctx: PersonCtx, read: () => Promise<unknown>): Promise<Response> {
  const t = translator(ctx.locale);
  try {
    const preview = await previewMailText(ctx, parse(draftMail, await read()));
    return html(previewDocument(preview, ctx.locale, t));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const [key = error.code] = Object.values(error.fields);
    return html(previewProblem(t(key, error.params), ctx.locale, t));
  }
}

const html = (page: string): Response =>
  new Response(page, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": PREVIEW_POLICY,
      "Referrer-Policy": "no-referrer",
      "Cache-Control": "private, no-store",
    },
  });
