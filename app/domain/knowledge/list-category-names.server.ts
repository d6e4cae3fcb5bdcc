import type { Ctx } from "~/platform/ctx.server";

/** Names of categories in the reader's language, else in English or any, by id; archived ones have none. */
export async function listCategoryNames(ctx: Ctx, ids: readonly string[]): Promise<Record<string, string>> {
  if (!ids.length) return {};
  const rows = await ctx.db.articleCategory.findMany({
    where: { id: { in: [...ids] }, archivedAt: null },
    select: { id: true, names: true },
  });
  return Object.fromEntries(rows.map(({ id, names }) => [id, nameOf(names, ctx.locale)]));
}

function nameOf(names: unknown, locale: string): string {
  const texts = (names ?? {}) as Record<string, string>;
  return texts[locale] || texts.en || Object.values(texts)[0] || "";
}
