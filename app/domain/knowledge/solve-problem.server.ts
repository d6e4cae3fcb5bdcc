import "./news-events";
import { conflict } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { markChanged } from "~/platform/search-changes.server";
import { inTransaction } from "~/platform/transaction.server";
import { lockNews } from "./internal/lock-news.server";
import { assertWritesNews } from "./news-policy";

/** The known problem is no more: its banner goes and its followers are told. `reopen` takes that back and tells nobody. */
export async function solveProblem(
  ctx: Ctx,
  newsId: string,
  { reopen = false }: { reopen?: boolean } = {},
): Promise<void> {
  assertWritesNews(ctx.actor);
  await inTransaction(ctx, async (ctx) => {
    const news = await lockNews(ctx, newsId);
    if (news.kind !== "problem" || (news.solvedAt !== null) !== reopen) throw conflict("news:error.notOpen");
    await ctx.db.news.update({ where: { id: newsId }, data: { solvedAt: reopen ? null : ctx.now } });
    await recordEvent(ctx, reopen ? "news.reopened" : "news.solved", {}, { newsId });
    markChanged(ctx, "news", newsId);
  });
}
