import type { Ctx } from "~/platform/ctx.server";
import type { HelpVote } from "./reader-views";

/** What the reader said about the article, if anything. */
export async function findVote(ctx: Ctx, articleId: string, reader: string): Promise<HelpVote | null> {
  return ctx.db.articleVote.findUnique({
    where: { articleId_reader: { articleId, reader } },
    select: { helpful: true, reason: true, comment: true },
  });
}
