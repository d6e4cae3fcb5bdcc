import { notFound, tooMany } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { takeRateLimit } from "~/platform/rate-limit.server";
import { markChanged } from "~/platform/search-changes.server";
import { inTransaction } from "~/platform/transaction.server";
import { visibleArticles } from "./visible.server";
import type { VoteForm } from "./vote-schema";

/** From one address, so that nobody makes an article popular with a heap of cookies. */
const PER_HOUR = 30;

/**
 * One vote per reader and article, changeable: `reader` is `person:<id>` or `guest:<hash>`. The article's sums follow in
 * the same transaction. A new "no" empties what an editor had ticked off.
 */
export async function voteArticle(ctx: Ctx, articleId: string, reader: string, vote: VoteForm): Promise<void> {
  if (!(await takeRateLimit(ctx, `vote:${ctx.ip}`, PER_HOUR, 3_600))) throw tooMany("common:error.tooMany");
  await inTransaction(ctx, async (ctx) => {
    const [article] = await ctx.db.$queryRaw<{ id: string }[]>`
      select a.id::text from article a
      where a.id = ${articleId}::uuid and ${visibleArticles(ctx.actor)}
        and exists (select from article_text t where t.article_id = a.id and t.published_version_id is not null)
      for update of a`;
    if (!article) throw notFound();
    const { locale, helpful } = vote;
    const reason = helpful ? null : vote.reason;
    const comment = helpful ? "" : vote.comment;
    await ctx.db.$executeRaw`
      insert into article_vote as w (article_id, reader, locale, helpful, reason, comment, at)
      values (${articleId}::uuid, ${reader}, ${locale}, ${helpful}, ${reason}, ${comment}, ${ctx.now})
      on conflict (article_id, reader) do update set locale = excluded.locale, helpful = excluded.helpful,
        reason = excluded.reason, comment = excluded.comment, at = excluded.at,
        done_at = case when w.comment = excluded.comment and w.reason is not distinct from excluded.reason then w.done_at end`;
    await ctx.db.$executeRaw(Prisma.sql`
      update article set
        helpful_yes = (select count(*) from article_vote where article_id = ${articleId}::uuid and helpful),
        helpful_no = (select count(*) from article_vote where article_id = ${articleId}::uuid and not helpful)
      where id = ${articleId}::uuid`);
    markChanged(ctx, "article", articleId);
  });
}
