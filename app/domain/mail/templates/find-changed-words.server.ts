import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import { type MailWords, readTexts, TEXT_LOCALES } from "./schema";
import type { TextKey } from "./text-keys";

/**
 * An administrator's words of a built-in text in a language; null where the product's own hold. A language that is none
 * of ours is English, as the mail around the words.
 */
export async function findChangedWords(ctx: Ctx, key: TextKey, locale: string): Promise<MailWords | null> {
  const [row] = await ctx.db.$queryRaw<{ texts: unknown }[]>(
    prepared(Prisma.sql`select texts from mail_template where key = ${key}`),
  );
  const language = TEXT_LOCALES.find((ours) => ours === locale) ?? "en";
  return readTexts(row?.texts)[language] ?? null;
}
