import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { markChanged } from "~/platform/search-changes.server";
import { inTransaction } from "~/platform/transaction.server";
import { BIN_DAYS } from "./article-views";
import "./events";

const AT_ONCE = 100;

/** Deletes for good, with their versions, pictures and votes, articles that lay in the recycle bin for thirty days. */
export async function purgeArticles(ctx: Ctx): Promise<number> {
  for (let purged = 0; ;) {
    const count = await purgeSome(ctx);
    purged += count;
    if (count < AT_ONCE) return purged;
  }
}

function purgeSome(ctx: Ctx): Promise<number> {
  const before = new Date(ctx.now.getTime() - BIN_DAYS * 86_400_000);
  return inTransaction(ctx, async (ctx) => {
    const gone = await ctx.db.$queryRaw<{ id: string }[]>`
      delete from article where id in (
        select id from article where deleted_at <= ${before} order by deleted_at limit ${AT_ONCE}::int
        for update skip locked)
      returning id::text`;
    for (const { id: articleId } of gone) {
      await recordEvent(ctx, "article.purged", {}, { articleId });
      markChanged(ctx, "article", articleId);
    }
    return gone.length;
  });
}
