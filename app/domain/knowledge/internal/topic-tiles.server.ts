import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { visibleArticles } from "../visible.server";
import { inLanguage } from "./reader-sql.server";

/**
 * Common table expressions for `with recursive`: `tiles (position, slug, tile)`, one for each topic `c` that meets the
 * condition and has something in it that the reader may read. Topics below count; their number says nothing of what is hidden.
 */
export const topicTiles = ({ actor, locale }: Ctx, condition: Prisma.Sql): Prisma.Sql => Prisma.sql`
  below as (
    select c.id as top, c.id from article_category c where c.archived_at is null and ${condition}
    union all
    select below.top, c.id from below join article_category c on c.parent_id = below.id
    where c.archived_at is null
  ), tiles as (
    select c.position, c.slug, json_build_object('id', c.id, 'slug', c.slug, 'icon', c.icon,
      'name', ${inLanguage(Prisma.sql`c.names`, locale)},
      'description', ${inLanguage(Prisma.sql`c.descriptions`, locale)}, 'count', held.articles) as tile
    from (
      select below.top, sum(own.articles)::int as articles
      from below cross join lateral (
        select count(*) as articles
        from article a
        where a.category_id = below.id and ${visibleArticles(actor)}
          and exists (select from article_text t where t.article_id = a.id and t.published_version_id is not null)
      ) own
      group by below.top
      having sum(own.articles) > 0
    ) held
    join article_category c on c.id = held.top
  )`;
