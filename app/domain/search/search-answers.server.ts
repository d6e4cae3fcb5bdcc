import type { Ctx } from "~/platform/ctx.server";
import type { SearchLocale } from "#search/document";
import { asAnswer, type FoundAnswer } from "./found-answer";
import { searchIndex } from "./search-index.server";

/** Articles and frequent questions that have the words somebody types to find one. */
export async function searchAnswers(
  ctx: Ctx,
  { text, locale, limit }: { text: string; locale: SearchLocale; limit: number },
): Promise<FoundAnswer[]> {
  const { hits } = await searchIndex(ctx, { text, locale, limit, kinds: ["article", "faq"], prefix: true });
  return hits.map(asAnswer);
}
