import type { Ctx } from "~/platform/ctx.server";
import type { Synonyms } from "#search/engine";

/** Administrators' words that mean the same, by language. */
export async function readSynonyms(ctx: Ctx): Promise<Synonyms> {
  const rows = await ctx.db.searchSynonym.findMany({ orderBy: { id: "asc" }, select: { locale: true, words: true } });
  const of = (locale: string) => rows.filter((row) => row.locale === locale).map(({ words }) => words);
  return { en: of("en"), it: of("it"), ro: of("ro"), ru: of("ru") };
}
