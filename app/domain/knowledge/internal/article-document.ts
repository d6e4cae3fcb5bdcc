import type { ArticleAudience, ArticleKind } from "~/generated/prisma/enums";
import { cutText, indexedLocale } from "~/lib/indexed-text";
import type { ProjectedDocument } from "#search/projection";

export type SearchedArticle = {
  id: string;
  kind: ArticleKind;
  audience: ArticleAudience;
  organizationIds: string[];
  /** The category and those above it, nearest first. */
  categoryIds: string[];
  categorySlug: string;
  categoryNames: Record<string, string>;
  helpfulYes: number;
  helpfulNo: number;
  views: number;
  locale: string;
  title: string;
  slug: string;
  summary: string;
  keywords: string;
  plain: string;
  updatedAt: Date;
};

const SUMMARY = 240;

/** One published text. Staff find every published article; readers what its audience lets them. */
export function articleDocument(article: SearchedArticle): ProjectedDocument {
  const { id, kind, locale, slug, summary, plain, categoryIds, categoryNames } = article;
  const category = categoryNames[locale] || categoryNames.en || Object.values(categoryNames)[0] || "";
  return {
    id: `${kind}:${id}:${locale}`,
    kind,
    group: id,
    locale: indexedLocale(locale),
    title: article.title,
    keywords: [article.keywords, category].filter(Boolean).join(", "),
    body: cutText(summary && !plain.startsWith(summary) ? `${summary}\n${plain}` : plain),
    audience: principalsFor(article.audience, article.organizationIds),
    facets: [
      ...categoryIds.map((categoryId) => `category=${categoryId}`),
      `audience=${article.audience}`,
      `locale=${locale}`,
    ],
    at: article.updatedAt,
    quality: qualityOf(article),
    data: {
      slug,
      summary: cutText(summary || plain.replace(/\s+/g, " "), SUMMARY),
      category,
      categorySlug: article.categorySlug,
      audience: article.audience,
    },
  };
}

/** The principals of an audience; the members of an organization are `org:<id>`. */
export function principalsFor(audience: ArticleAudience, organizationIds: readonly string[]): string[] {
  if (audience === "public") return ["public", "staff"];
  if (audience === "customers") return ["customers", "staff"];
  if (audience === "organizations") return [...organizationIds.map((id) => `org:${id}`), "staff"];
  return ["staff"];
}

const FULL_VIEWS = 10_000;

/** Votes with two of either kind lent, so that the first one does not decide, and views by their order of magnitude. */
const qualityOf = ({ helpfulYes, helpfulNo, views }: SearchedArticle): number =>
  0.6 * ((helpfulYes + 2) / (helpfulYes + helpfulNo + 4)) +
  0.4 * Math.min(1, Math.log10(1 + views) / Math.log10(1 + FULL_VIEWS));
