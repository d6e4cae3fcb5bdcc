import type { Ctx } from "~/platform/ctx.server";
import type { Marked, SearchHit } from "#search/engine";
import type { SearchLocale } from "#search/document";
import { fits, runningText } from "./running-text";
import { searchIndex } from "./search-index.server";

/** An article or frequent question that may answer what somebody wrote. */
export type FoundAnswer = {
  articleId: string;
  kind: "article" | "faq";
  locale: SearchLocale;
  slug: string;
  category: string;
  title: Marked;
  /** Where the words stand; the summary when only the title has them. */
  snippet: Marked;
};

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

function asAnswer({ group, kind, locale, data, title, snippet }: SearchHit): FoundAnswer {
  const word = (value: unknown) => (typeof value === "string" ? value : "");
  const summary = word(data.summary);
  return {
    articleId: group,
    kind: kind === "faq" ? "faq" : "article",
    locale,
    slug: word(data.slug),
    category: word(data.category),
    title,
    snippet: snippet.length || !summary ? snippet : [{ text: summary, match: false }],
  };
}
