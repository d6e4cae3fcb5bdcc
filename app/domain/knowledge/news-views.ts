import type { ArticleAudience, NewsKind } from "~/generated/prisma/enums";
import type { HelpNewsLink } from "./reader-views";
import type { NewsLocale } from "./news-schema";

export type NewsText = { title: string; markdown: string; html: string };
export type NewsUpdateText = { markdown: string; html: string };

/** News as a reader gets it: words in the asked language or, with `locale`, in the one that stands in for it. */
export type ReaderNews = HelpNewsLink & {
  html: string;
  isPublic: boolean;
  topic: { slug: string; name: string } | null;
  languages: string[];
  /** Newest first. */
  updates: { id: string; at: string; html: string; locale: string }[];
};

export type NewsState = "draft" | "scheduled" | "published" | "solved";

export type DeskNewsRow = {
  id: string;
  kind: NewsKind;
  state: NewsState;
  title: string;
  languages: NewsLocale[];
  audience: ArticleAudience;
  publishedAt: Date | null;
  followers: number;
};

export type DeskNews = {
  id: string;
  kind: NewsKind;
  revision: number;
  slug: string;
  state: NewsState;
  topicId: string | null;
  audience: ArticleAudience;
  organizations: { id: string; name: string }[];
  texts: Partial<Record<NewsLocale, NewsText>>;
  publishedAt: Date | null;
  announcedAt: Date | null;
  solvedAt: Date | null;
  followers: number;
  updates: { id: string; at: Date; by: string | null; texts: Partial<Record<NewsLocale, NewsUpdateText>> }[];
};

/** Where it stands at `now`. */
export function newsState(
  { publishedAt, solvedAt }: { publishedAt: Date | null; solvedAt: Date | null },
  now: Date,
): NewsState {
  if (!publishedAt) return "draft";
  if (publishedAt > now) return "scheduled";
  return solvedAt ? "solved" : "published";
}
