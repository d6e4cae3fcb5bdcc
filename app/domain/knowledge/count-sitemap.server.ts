import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { visibleArticles } from "./visible.server";

/** Texts that anybody may read, for the number of the sitemap's files. */
export async function countSitemap(ctx: Ctx): Promise<number> {
  const [row] = await ctx.db.$queryRaw<{ texts: number }[]>(Prisma.sql`
    select count(*)::int as texts from article_text t join article a on a.id = t.article_id
    where t.published_version_id is not null and ${visibleArticles({ kind: "anonymous" })}`);
  return row?.texts ?? 0;
}
