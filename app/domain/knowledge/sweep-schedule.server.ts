import type { Ctx } from "~/platform/ctx.server";
import { enqueue } from "~/platform/jobs.server";

const AT_ONCE = 500;

/**
 * Finds what should have been published or taken back by now and was not, and has each text settled by its own job; and
 * news that are out and nobody was told of.
 */
export async function sweepSchedule(ctx: Ctx): Promise<number> {
  const due = await ctx.db.$queryRaw<{ id: string }[]>`
    (select id::text from article_text where publish_at <= ${ctx.now} limit ${AT_ONCE}::int)
    union (select id::text from article_text where unpublish_at <= ${ctx.now} limit ${AT_ONCE}::int)`;
  for (const { id } of due)
    await enqueue(ctx, "knowledge.settle-schedule", { textId: id }, { key: `knowledge.settle:${id}`, keep: true });
  const news = await ctx.db.news.findMany({
    where: { publishedAt: { lte: ctx.now }, announcedAt: null, deletedAt: null },
    select: { id: true },
    take: AT_ONCE,
  });
  for (const { id } of news)
    await enqueue(ctx, "knowledge.announce-news", { newsId: id }, { key: `announce-news:${id}`, keep: true });
  return due.length + news.length;
}
