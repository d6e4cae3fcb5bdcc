import { isDeepStrictEqual } from "node:util";
import "./news-events";
import { conflict } from "~/lib/errors";
import { newId } from "~/lib/id";
import { actorPersonId, type Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { markChanged } from "~/platform/search-changes.server";
import { inTransaction } from "~/platform/transaction.server";
import { lockNews } from "./internal/lock-news.server";
import { renderUpdate } from "./internal/render-news.server";
import { assertWritesNews } from "./news-policy";
import type { NewsUpdateForm } from "./news-schema";

/**
 * Adds what is new about news that are out; with `solve` the problem is solved. Followers get one mail about both, and no
 * second one for the newest words sent once more.
 */
export async function addNewsUpdate(
  ctx: Ctx,
  newsId: string,
  form: NewsUpdateForm,
  { solve = false }: { solve?: boolean } = {},
): Promise<void> {
  assertWritesNews(ctx.actor);
  const texts = await renderUpdate(form.texts);
  await inTransaction(ctx, async (ctx) => {
    const news = await lockNews(ctx, newsId);
    if (!news.publishedAt || news.publishedAt > ctx.now) throw conflict("news:error.notOut");
    const newest = await ctx.db.newsUpdate.findFirst({
      where: { newsId },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      select: { id: true, texts: true },
    });
    const said = newest && isDeepStrictEqual(newest.texts, texts) ? newest.id : null;
    if (said && (!solve || news.solvedAt)) return;
    if (solve && (news.kind !== "problem" || news.solvedAt)) throw conflict("news:error.notOpen");
    const updateId = said ?? newId(ctx.now.getTime());
    if (!said)
      await ctx.db.newsUpdate.create({ data: { id: updateId, newsId, at: ctx.now, byId: actorPersonId(ctx), texts } });
    if (solve) {
      await ctx.db.news.update({ where: { id: newsId }, data: { solvedAt: ctx.now } });
      await recordEvent(ctx, "news.solved", {}, { newsId, updateId });
    } else await recordEvent(ctx, "news.updated", {}, { newsId, updateId });
    markChanged(ctx, "news", newsId);
  });
}
