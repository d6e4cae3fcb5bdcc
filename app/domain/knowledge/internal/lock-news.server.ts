import type { NewsKind } from "~/generated/prisma/enums";
import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";

export type LockedNews = {
  id: string;
  kind: NewsKind;
  revision: number;
  savedById: string | null;
  publishedAt: Date | null;
  announcedAt: Date | null;
  solvedAt: Date | null;
};

/** The news, held for the running transaction; deleted ones are not there. */
export async function lockNews(ctx: Ctx, newsId: string): Promise<LockedNews> {
  const [news] = await ctx.db.$queryRaw<LockedNews[]>`
    select id::text, kind, revision, saved_by_id::text as "savedById", published_at as "publishedAt", announced_at as "announcedAt", solved_at as "solvedAt"
    from news where id = ${newsId}::uuid and deleted_at is null
    for update`;
  if (!news) throw notFound();
  return news;
}
