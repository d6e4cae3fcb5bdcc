import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { lockArticle } from "./internal/locked-article.server";
import { touchArticle } from "./internal/touch-article.server";
import { authorize } from "./policy";
import { MAX_RELATED } from "./schema";

/**
 * Writes what an article's page names as related, best first. An editor's choice (`chosen`) replaces all; an empty one
 * leaves the place to the search engine, whose findings never replace a choice. The article itself, and what is gone,
 * is left out; at most `MAX_RELATED` stay. A change of what is chosen (`related` as a function of it) counts upon what
 * stands there at that moment: of two editors at once both have their way.
 */
export function setRelatedArticles(
  ctx: Ctx,
  articleId: string,
  related: readonly string[] | ((chosen: readonly string[]) => readonly string[]),
  { chosen }: { chosen: boolean },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const article = await lockArticle(ctx, articleId, { deleted: !chosen });
    authorize(ctx.actor, "article.publish", article);
    const before = await ctx.db.articleRelated.findMany({
      where: { articleId },
      select: { relatedId: true, chosen: true },
      orderBy: { position: "asc" },
    });
    if (!chosen && before.some((row) => row.chosen)) return;
    const stillChosen = () =>
      existing(
        ctx,
        articleId,
        before.filter((row) => row.chosen).map((row) => row.relatedId),
      );
    const ids = await existing(ctx, articleId, typeof related === "function" ? related(await stillChosen()) : related);
    if (before.every((row) => row.chosen === chosen) && ids.join() === before.map((row) => row.relatedId).join())
      return;
    await ctx.db.articleRelated.deleteMany({ where: { articleId } });
    const data = ids.map((relatedId, position) => ({ articleId, relatedId, position, chosen }));
    await ctx.db.articleRelated.createMany({ data });
    if (!chosen) return;
    await recordEvent(ctx, "article.related_changed", {}, { articleId, relatedIds: ids });
    await touchArticle(ctx, articleId);
  });
}

async function existing(ctx: Ctx, articleId: string, relatedIds: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(relatedIds)].filter((id) => id !== articleId);
  const rows = await ctx.db.article.findMany({ where: { id: { in: wanted }, deletedAt: null }, select: { id: true } });
  const there = new Set(rows.map(({ id }) => id));
  return wanted.filter((id) => there.has(id)).slice(0, MAX_RELATED);
}
