import type { Ctx } from "~/platform/ctx.server";
import type { SearchLocale } from "#search/document";
import { asAnswer, type FoundAnswer } from "./found-answer";
import { fits, runningText } from "./running-text";
import { searchIndex } from "./search-index.server";

type Asked = { subject: string; text: string; locale?: SearchLocale; limit: number };

/**
 * What the actor may read that fits a running text, such as a ticket's, best first; nothing when there is too little text
 * or only a stray word of it is found.
 */
export async function findAnswers(ctx: Ctx, { subject, text, locale, limit }: Asked): Promise<FoundAnswer[]> {
  const asked = runningText(subject, text);
  if (!asked) return [];
  const { hits } = await searchIndex(ctx, {
    text: asked,
    kinds: ["article", "faq"],
    match: "any",
    locale,
    limit: 2 * limit,
  });
  return hits.filter(fits).slice(0, limit).map(asAnswer);
}
