import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import { newsLocale } from "./internal/news-sql.server";
import { inLanguage } from "./internal/reader-sql.server";
import type { ReaderNews } from "./news-views";
import { visibleNews } from "./visible-news.server";

/** One news with its updates, for whoever may read it; anybody else gets 404. */
export async function getNews(ctx: Ctx, slug: string): Promise<ReaderNews> {
  const { locale } = ctx;
  const [row] = await ctx.db.$queryRaw<{ news: ReaderNews }[]>(
    prepared(Prisma.sql`
    select json_build_object('id', n.id, 'kind', n.kind, 'slug', n.slug, 'locale', n.shown,
      'title', n.texts -> n.shown ->> 'title', 'html', n.texts -> n.shown ->> 'html',
      'publishedAt', n.published_at, 'solvedAt', n.solved_at, 'isPublic', n.audience = 'public',
      'languages', (select json_agg(k order by k) from jsonb_object_keys(n.texts) k),
      'topic', (select json_build_object('slug', c.slug, 'name', ${inLanguage(Prisma.sql`c.names`, locale)})
        from article_category c where c.id = n.topic_id and c.archived_at is null),
      'updates', coalesce((
        select json_agg(json_build_object('id', u.id, 'at', u.at, 'locale', u.shown, 'html', u.texts -> u.shown ->> 'html')
          order by u.at desc, u.id desc)
        from (
          select u.*, case when jsonb_exists(u.texts, ${locale}::text) then ${locale}::text
            when jsonb_exists(u.texts, 'en') then 'en' else (select min(k) from jsonb_object_keys(u.texts) k) end as shown
          from news_update u where u.news_id = n.id
        ) u), '[]')) as news
    from (select n.*, ${newsLocale(locale)} as shown from news n where n.slug = ${slug} and ${visibleNews(ctx)}) n`),
  );
  if (!row) throw notFound("common:error.404.title");
  return row.news;
}
