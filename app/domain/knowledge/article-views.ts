import type { ArticleAudience, ArticleKind, ArticleWork } from "~/generated/prisma/enums";
import type { TextLocale } from "./schema";

/** Days in the recycle bin before an article is gone for good. */
export const BIN_DAYS = 30;

export type ArticleImageView = {
  id: string;
  name: string;
  type: string;
  /** Pixels; null for what is no picture. */
  width: number | null;
  height: number | null;
  /** Bytes. */
  size: number;
};

/** How one language of an article stands. */
export type TextSummary = {
  locale: TextLocale;
  title: string;
  published: boolean;
  work: ArticleWork;
  /** A publication is to come. */
  scheduled: boolean;
  /** It is taken back at a time to come. */
  ending: boolean;
  /** Its source has moved on. */
  stale: boolean;
};

export type Named = { id: string; name: string };

export type ArticleRow = {
  id: string;
  kind: ArticleKind;
  categoryId: string;
  /** { en, it, … } */
  categoryNames: Record<string, string>;
  audience: ArticleAudience;
  sourceLocale: TextLocale;
  owner: Named | null;
  /** The source's language first. */
  texts: TextSummary[];
  activityAt: Date;
  /** Null is never. */
  reviewBy: Date | null;
  deletedAt: Date | null;
  views: number;
  helpfulYes: number;
  helpfulNo: number;
};

/** What an editor's screen shows of an article, and of one of its languages when it has it. */
export type ArticleDetails = Omit<ArticleRow, "categoryNames"> & {
  organizations: Named[];
  createdAt: Date;
  createdBy: Named | null;
  /** When it is gone for good; null outside the recycle bin. */
  purgeAt: Date | null;
  reviewDue: boolean;
  /** The category, or one that it lies in, wants a second pair of eyes. */
  needsReview: boolean;
  /** The ticket it was made from. */
  ticketNumber: number | null;
  images: ArticleImageView[];
  related: (Named & { chosen: boolean; published: boolean })[];
  text: TextDetails | null;
  may: { write: boolean; publish: boolean; delete: boolean };
};

export type TextDetails = {
  id: string;
  locale: TextLocale;
  work: ArticleWork;
  /** Number of the version that readers see. */
  version: number | null;
  /** First and last publication. */
  publishedAt: Date | null;
  updatedAt: Date | null;
  /** What is to come; null is nothing. */
  publishAt: Date | null;
  scheduledVersion: number | null;
  unpublishAt: Date | null;
  /** The address that pages link to, once there was a publication. */
  slug: string | null;
  versions: number;
  draft: DraftDetails;
  /** The open review, and the newest one that was decided. */
  review: OpenReviewDetails | null;
  verdict: ReviewVerdict | null;
  /** What was taken out of a ticket and nobody has confirmed. */
  marks: { id: string; kind: string; found: string; replacement: string }[];
  /** What it is translated from; null for the source itself. */
  source: SourceDetails | null;
  staleSince: Date | null;
};

export type DraftDetails = {
  revision: number;
  title: string;
  /** Empty until somebody typed one, or it was published. */
  slug: string;
  summary: string;
  keywords: string;
  markdown: string;
  savedAt: Date;
  savedBy: Named | null;
};

export type OpenReviewDetails = {
  id: string;
  version: number;
  note: string;
  requestedAt: Date;
  requestedBy: Named | null;
  mayApprove: boolean;
  mayWithdraw: boolean;
};

export type ReviewVerdict = {
  verdict: "approved" | "sent_back" | "withdrawn";
  comment: string;
  decidedAt: Date;
  decidedBy: Named | null;
  version: number;
};

export type SourceDetails = {
  locale: TextLocale;
  title: string;
  markdown: string;
  /** Null while the source is not published: then the words are its draft's. */
  version: number | null;
  /** The version of the source that the translation follows. */
  followed: number | null;
};

export type VersionRow = {
  number: number;
  title: string;
  note: string;
  createdAt: Date;
  createdBy: Named | null;
  sourceVersion: number | null;
  published: boolean;
  scheduled: boolean;
  /** Of its newest review. */
  verdict: "approved" | "sent_back" | "withdrawn" | null;
  decidedBy: Named | null;
  comment: string;
};

export type CategoryNode = {
  id: string;
  parentId: string | null;
  /** From 1 at the top. */
  level: number;
  position: number;
  slug: string;
  names: Record<string, string>;
  descriptions: Record<string, string>;
  icon: string;
  needsReview: boolean;
  archivedAt: Date | null;
  /** Directly in it, without those in the recycle bin. */
  articles: number;
};

export type BrokenLinkRow = {
  textId: string;
  articleId: string;
  locale: TextLocale;
  title: string;
  url: string;
  /** missing: nothing is there; gone: not published or deleted; refused, unreachable, unsafe: another site. */
  result: "missing" | "gone" | "refused" | "unreachable" | "unsafe";
  /** HTTP status of another site. */
  status: number | null;
  brokenSince: Date;
  checkedAt: Date;
};

export type ReviewRow = {
  reviewId: string;
  articleId: string;
  locale: TextLocale;
  title: string;
  version: number;
  categoryNames: Record<string, string>;
  requestedAt: Date;
  requestedBy: Named | null;
};
