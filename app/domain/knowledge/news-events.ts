declare module "~/platform/events.server" {
  interface EventData {
    "news.saved": { newsId: string };
    /** Its readers may be told from now on; once per news. */
    "news.published": { newsId: string };
    "news.unpublished": { newsId: string };
    "news.updated": { newsId: string; updateId: string };
    "news.solved": { newsId: string; updateId?: string };
    "news.reopened": { newsId: string };
    "news.deleted": { newsId: string };
  }
}

export type NewsEvent = "news.published" | "news.updated" | "news.solved";
