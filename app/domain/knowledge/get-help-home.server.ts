import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import { forStrangers } from "./internal/for-strangers.server";
import { newsLinks } from "./internal/news-sql.server";
import { inLanguage, LINK, readerText } from "./internal/reader-sql.server";
import { topicTiles } from "./internal/topic-tiles.server";
import type { HelpHome } from "./reader-views";
import { visibleArticles } from "./visible.server";

/** Spelt out, so that a prepared plan takes the first ones from the index by views. */
const POPULAR = Prisma.raw("limit 8");
const NEWS = 4;

/** The help centre's first page for this reader: topics with how much is in them, what is read most, the latest news. */
export const getHelpHome = (ctx: Ctx): Promise<HelpHome> => forStrangers(ctx, "home", () => readHome(ctx));

async function readHome(ctx: Ctx): Promise<HelpHome> {
  const { actor, locale } = ctx;
  const [row] = await ctx.db.$queryRaw<HelpHome[]>(
    prepared(Prisma.sql`
    with recursive ${topicTiles(ctx, Prisma.sql`c.parent_id is null`)}
    select
      coalesce((select json_agg(tile order by position, slug) from tiles), '[]') as topics,
      coalesce((
        select json_agg(json_build_object(${LINK}, 'topic', ${inLanguage(Prisma.sql`c.names`, locale)})
          order by a.views desc, a.id)
        from (
          select a.* from article a
          where ${visibleArticles(actor)} and a.views > 0
            and exists (select from article_text t where t.article_id = a.id and t.published_version_id is not null)
          order by a.views desc, a.id ${POPULAR}
        ) a
        join article_category c on c.id = a.category_id ${readerText(locale)}), '[]') as popular,
      coalesce((${newsLinks(ctx, Prisma.sql`true`, NEWS)}), '[]') as news`),
  );
  return row!;
}
