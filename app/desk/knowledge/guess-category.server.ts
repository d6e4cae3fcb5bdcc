import type { CategoryNode } from "~/domain/knowledge/article-views";
import type { TextLocale } from "~/domain/knowledge/schema";
import { searchIndex } from "~/domain/search/search-index.server";
import type { Ctx } from "~/http/ctx.server";

/** The category of the text that shares most with some words, for a draft about them; null when nothing shares any. */
export async function guessCategory(
  ctx: Ctx,
  tree: readonly CategoryNode[],
  words: string,
  locale: TextLocale,
): Promise<string | null> {
  const { hits } = await searchIndex(ctx, { text: words, kinds: ["article", "faq"], match: "any", locale, limit: 1 });
  const slug = hits[0]?.data.categorySlug;
  return tree.find((node) => node.slug === slug && !node.archivedAt)?.id ?? null;
}
