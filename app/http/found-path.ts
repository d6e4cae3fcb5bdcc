import { paths } from "./paths";

type Found = { kind: string; group: string; locale: string; data: Record<string, string | number | boolean | null> };

/** Where a reader of the help centre opens what a search found: in the language in which it was found. */
export function foundPath({ kind, group, locale, data }: Found): string {
  const slug = typeof data.slug === "string" ? data.slug : "";
  if (kind === "article") return paths.helpArticle(locale, slug);
  if (kind === "faq") return paths.helpFaq(locale, slug);
  if (kind === "news") return paths.helpNews(locale, slug);
  if (kind === "contact") return paths.desk.contact(group);
  return paths.help(locale);
}
