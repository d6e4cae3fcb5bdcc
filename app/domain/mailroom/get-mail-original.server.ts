import { MailUnreadable } from "~/domain/mail/mime/mail-unreadable";
import { type OriginalMail, originalOf } from "~/domain/mail/mime/original-mail";
import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { openMail } from "./open-mail.server";

/** A received mail's own HTML, not sanitised: show it only in a sandboxed document without scripts. */
export async function getMailOriginal(ctx: Ctx, id: string): Promise<OriginalMail> {
  try {
    return originalOf(await openMail(ctx, id));
  } catch (error) {
    if (error instanceof MailUnreadable) throw notFound();
    throw error;
  }
}
