import type { SearchLocale } from "#search/document";
import type { Marked, SearchHit } from "#search/engine";

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

/** A hit among articles and frequent questions. */
export function asAnswer({ group, kind, locale, data, title, snippet }: SearchHit): FoundAnswer {
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
