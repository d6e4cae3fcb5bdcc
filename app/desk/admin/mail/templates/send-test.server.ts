import { sendTestMail } from "~/domain/notifications/send-test-mail.server";
import { draftMail } from "~/domain/notifications/preview-mail-text.server";
import { parse, typedText } from "~/http/forms.server";
import type { PersonCtx } from "~/http/ctx.server";
import { readDraft } from "./read-draft";

/** Sends what is typed to the reader's own address, and gives the form back as it was typed. */
export async function sendTest(ctx: PersonCtx, request: Request, form: FormData, ref: string) {
  const tested = String(form.get("to") ?? "");
  await sendTestMail(ctx, parse(draftMail, readDraft(form, ref, String(form.get("testLocale") ?? ""))), tested);
  return { tested, values: typedText(request) };
}
