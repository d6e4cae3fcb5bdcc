import type { Ctx } from "~/platform/ctx.server";
import { type MailWords, readTexts, type TextLocale } from "./schema";

/** The words of an own text in a language, else its English ones; null when it is gone or archived. */
export async function findOwnWords(ctx: Ctx, textId: string, locale: string): Promise<MailWords | null> {
  const row = await ctx.db.mailTemplate.findFirst({
    where: { id: textId, key: null, archivedAt: null },
    select: { texts: true },
  });
  const texts = readTexts(row?.texts);
  return texts[locale as TextLocale] ?? texts.en ?? null;
}
