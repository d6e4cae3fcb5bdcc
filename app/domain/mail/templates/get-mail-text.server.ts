import { builtInWords } from "#emails/built-in-words";
import { notFound } from "~/lib/errors";
import { isId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { listTextUses, type TextUse } from "./list-text-uses.server";
import { assertWordsMails } from "./policy";
import { type MailWords, readTexts, TEXT_LOCALES, type TextLocale } from "./schema";
import { isTextKey, type TextKey } from "./text-keys";

export type MailTextDetails = {
  /** Key of a built-in text, or the id of an own one: how the text is addressed. */
  ref: string;
  key: TextKey | null;
  name: string;
  /** As they are sent now; empty where an own text has none. */
  words: Record<TextLocale, MailWords>;
  /** Languages with words of an administrator. */
  changed: TextLocale[];
  /** What a form that changes it must bring back. */
  base: string;
  archivedAt: Date | null;
  uses: Omit<TextUse, "textId">[];
};

/** One text with its words in every language, by the key of a built-in one or the id of an own one; 404 else. */
export async function getMailText(ctx: Ctx, ref: string): Promise<MailTextDetails> {
  assertWordsMails(ctx.actor);
  const key = isTextKey(ref) ? ref : null;
  if (!key && !isId(ref)) throw notFound();
  const row = await ctx.db.mailTemplate.findFirst({
    where: key ? { key } : { id: ref, key: null },
    select: { name: true, texts: true, updatedAt: true, archivedAt: true },
  });
  if (!row && !key) throw notFound();
  const texts = readTexts(row?.texts);
  const wordsIn = (locale: TextLocale): MailWords =>
    texts[locale] ?? (key ? builtInWords(key, locale) : { subject: "", text: "" });
  const uses = key ? [] : await listTextUses(ctx, [ref]);
  return {
    ref,
    key,
    name: row?.name ?? "",
    words: { en: wordsIn("en"), it: wordsIn("it"), ro: wordsIn("ro"), ru: wordsIn("ru") },
    changed: TEXT_LOCALES.filter((locale) => texts[locale]),
    base: row?.updatedAt.toISOString() ?? "",
    archivedAt: row?.archivedAt ?? null,
    uses: uses.map(({ kind, name }) => ({ kind, name })),
  };
}
