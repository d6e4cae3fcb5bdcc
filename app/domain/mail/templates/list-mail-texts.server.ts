import type { Ctx } from "~/platform/ctx.server";
import { listTextUses, type TextUse } from "./list-text-uses.server";
import { assertWordsMails } from "./policy";
import { readTexts, TEXT_LOCALES, type TextLocale } from "./schema";
import { TEXT_KEYS, type TextKey } from "./text-keys";

export type BuiltInText = { key: TextKey; changed: TextLocale[]; updatedAt: Date | null };
export type OwnText = {
  id: string;
  name: string;
  locales: TextLocale[];
  archivedAt: Date | null;
  updatedAt: Date;
  uses: Omit<TextUse, "textId">[];
};

/** All texts of automatic mails: the product's with the languages that were changed, and the company's own by name, archived last. */
export async function listMailTexts(ctx: Ctx): Promise<{ builtIn: BuiltInText[]; own: OwnText[] }> {
  assertWordsMails(ctx.actor);
  const rows = await ctx.db.mailTemplate.findMany({
    select: { id: true, key: true, name: true, texts: true, archivedAt: true, updatedAt: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  const own = rows.filter(({ key }) => key === null);
  const uses = await listTextUses(
    ctx,
    own.map(({ id }) => id),
  );
  const localesOf = (texts: unknown) => TEXT_LOCALES.filter((locale) => readTexts(texts)[locale]);
  return {
    builtIn: TEXT_KEYS.map((key) => {
      const row = rows.find((row) => row.key === key);
      return { key, changed: row ? localesOf(row.texts) : [], updatedAt: row?.updatedAt ?? null };
    }),
    own: own
      .map(({ id, name, texts, archivedAt, updatedAt }) => ({
        id,
        name,
        locales: localesOf(texts),
        archivedAt,
        updatedAt,
        uses: uses.filter(({ textId }) => textId === id).map(({ kind, name }) => ({ kind, name })),
      }))
      .toSorted((a, b) => Number(a.archivedAt !== null) - Number(b.archivedAt !== null)),
  };
}
