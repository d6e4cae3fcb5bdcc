import type { ArticleAudience, ArticleKind, ArticleWork } from "~/generated/prisma/enums";
import type { TextForm } from "../schema";

export type KnownCategory = {
  id: string;
  slug: string;
  parent: string | null;
  icon: string;
  names: Record<string, string>;
  descriptions: Record<string, string>;
  needsReview: boolean;
  archived: boolean;
};

export type KnownArticle = {
  id: string;
  kind: ArticleKind;
  /** Its category's slug. */
  category: string;
  audience: ArticleAudience;
  organizationIds: string[];
  /** YYYY-MM-DD; null for never. */
  reviewBy: string | null;
  sourceLocale: string;
  deleted: boolean;
  pictures: { id: string; name: string; sha256: string }[];
};

/** A language of an article: what is being written, and what is published. */
export type KnownText = {
  articleId: string;
  locale: string;
  work: ArticleWork;
  revision: number;
  draft: TextForm;
  published: TextForm | null;
  /** A version waits for its moment. */
  scheduled: boolean;
  /** Who saved the draft last. */
  editor: string;
};

/** What the knowledge base holds of the things that an import speaks of. */
export type KnownHelp = {
  /** All of them, by slug. */
  categories: ReadonlyMap<string, KnownCategory>;
  articles: ReadonlyMap<string, KnownArticle>;
  /** By `textKey`. */
  texts: ReadonlyMap<string, KnownText>;
  /** The article at `<locale>/<slug>`: an address of now, of earlier, or of a draft. */
  addresses: ReadonlyMap<string, string>;
  /** Ids by name in lower case: two organizations may share one. */
  organizations: ReadonlyMap<string, readonly string[]>;
};

export const textKey = (articleId: string, locale: string): string => `${articleId} ${locale}`;
export const addressKey = (locale: string, slug: string): string => `${locale}/${slug}`;
