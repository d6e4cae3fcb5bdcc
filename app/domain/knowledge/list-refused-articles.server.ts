import type { Ctx } from "~/platform/ctx.server";

/** Which of the articles did not help this reader, as the reader's own votes say. */
export async function listRefusedArticles(ctx: Ctx, reader: string, articleIds: string[]): Promise<Set<string>> {
  const votes = await ctx.db.articleVote.findMany({
    where: { reader, articleId: { in: articleIds }, helpful: false },
    select: { articleId: true },
  });
  return new Set(votes.map(({ articleId }) => articleId));
}
