import type { Locale } from "~/platform/ctx.server";

type OfText = { articleId: string; locale: Locale };

declare module "~/platform/events.server" {
  interface EventData {
    "article.created": OfText & { kind: "article" | "faq"; fromTicketId?: string };
    /** Somebody began to change the text, or took it over from another; not each time that it is saved. */
    "article.edited": OfText;
    "article.draft_discarded": OfText;
    "article.version_restored": OfText & { version: number };
    "article.changed": { articleId: string; fields: string[] };
    "article.translation_started": OfText;
    /** The translation says what version `sourceVersion` of its source says. */
    "article.translation_current": OfText & { sourceVersion: number };
    "article.review_requested": OfText & { reviewId: string; version: number };
    "article.review_withdrawn": OfText & { reviewId: string };
    "article.reviewed": OfText & { reviewId: string; version: number; verdict: "approved" | "sent_back" };
    "article.published": OfText & { version: number };
    "article.unpublished": OfText;
    "article.scheduled": OfText & { what: "publish" | "unpublish"; at: string };
    "article.schedule_cancelled": OfText & { what: "publish" | "unpublish" };
    "article.deleted": { articleId: string };
    "article.restored": { articleId: string };
    /** Gone for good. */
    "article.purged": { articleId: string };
    "article.image_added": { articleId: string; imageId: string };
    "article.image_removed": { articleId: string; imageId: string };
    "article.related_changed": { articleId: string; relatedIds: string[] };
    "article.mark_confirmed": OfText & { markId: string };
    "category.created": { categoryId: string };
    "category.changed": { categoryId: string };
    "category.moved": { categoryId: string; parentId: string | null };
    "category.archived": { categoryId: string };
    "category.restored": { categoryId: string };
  }
}
