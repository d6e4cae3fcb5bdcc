import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { type DeskNews, newsState } from "./news-views";
import { requireStaff } from "./policy";

/** One news as editors work on it: all its languages, updates newest first. */
export async function getDeskNews(ctx: Ctx, newsId: string): Promise<DeskNews> {
  requireStaff(ctx.actor);
  const row = await ctx.db.news.findFirst({
    where: { id: newsId, deletedAt: null },
    select: {
      id: true,
      kind: true,
      revision: true,
      slug: true,
      topicId: true,
      audience: true,
      texts: true,
      publishedAt: true,
      announcedAt: true,
      solvedAt: true,
      organizations: { select: { organization: { select: { id: true, name: true } } } },
      updates: {
        select: { id: true, at: true, texts: true, by: { select: { name: true } } },
        orderBy: [{ at: "desc" }, { id: "desc" }],
      },
      _count: { select: { followers: true } },
    },
  });
  if (!row) throw notFound();
  const { _count, organizations, texts, updates, ...news } = row;
  return {
    ...news,
    state: newsState(news, ctx.now),
    texts: texts as DeskNews["texts"],
    organizations: organizations
      .map(({ organization }) => organization)
      .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
    followers: _count.followers,
    updates: updates.map(({ by, texts, ...update }) => ({
      ...update,
      by: by?.name ?? null,
      texts: texts as DeskNews["updates"][number]["texts"],
    })),
  };
}
