import { MailUnreadable } from "~/domain/mail/mime/mail-unreadable";
import { type OriginalMail, originalOf } from "~/domain/mail/mime/original-mail";
import { parseMail } from "~/domain/mail/mime/parse-mail.server";
import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { getMailRaw } from "./get-mail-raw.server";

/** A received mail's own HTML, not sanitised: show it only in a sandboxed document without scripts. */
export async function getMailOriginal(ctx: Ctx, id: string): Promise<OriginalMail> {
  const { bytes, envelopeFrom } = await getMailRaw(ctx, id);
  try {
    return originalOf(await parseMail(bytes, envelopeFrom));
  } catch (error) {
    if (error instanceof MailUnreadable) throw notFound();
    throw error;
  }
}
