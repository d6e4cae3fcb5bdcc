import { addNewsUpdate } from "~/domain/knowledge/add-news-update.server";
import { followNews } from "~/domain/knowledge/follow-news.server";
import { newsForm } from "~/domain/knowledge/news-schema";
import { publishNews } from "~/domain/knowledge/publish-news.server";
import { saveNews } from "~/domain/knowledge/save-news.server";
import type { Ctx } from "~/platform/ctx.server";
import { news } from "./help-news";
import type { SeededCompany } from "./seed-company";

/** News and known problems with their updates, told at their time. */
export async function seedNews(company: SeededCompany, by: (key: string, at: number) => Ctx): Promise<void> {
  for (const { kind, topic, audience, at, titles, texts, updates = [], followers = [] } of news) {
    const ctx = by("nora", at);
    const { id: topicId } = await ctx.db.articleCategory.findFirstOrThrow({
      where: { slug: topic },
      select: { id: true },
    });
    const { newsId: id } = await saveNews(ctx, null, newsForm.parse({ kind, topicId, audience, titles, texts }));
    await publishNews(ctx, id);
    for (const follower of followers)
      if (company.actors.has(follower)) await followNews(by(follower, at - 1), id, true);
    for (const { at, texts, solves } of updates) await addNewsUpdate(by("nora", at), id, { texts }, { solve: solves });
  }
}
