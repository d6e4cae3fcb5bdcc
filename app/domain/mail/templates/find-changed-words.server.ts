import type { Ctx } from "~/platform/ctx.server";
import { type MailWords, readTexts, type TextLocale } from "./schema";
import type { TextKey } from "./text-keys";

/** An administrator's words of a built-in text in a language; null where the product's own hold. */
export async function findChangedWords(ctx: Ctx, key: TextKey, locale: string): Promise<MailWords | null> {
  const row = await ctx.db.mailTemplate.findUnique({ where: { key }, select: { texts: true } });
  return readTexts(row?.texts)[locale as TextLocale] ?? null;
}
