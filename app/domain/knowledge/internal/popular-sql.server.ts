import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { visibleArticles } from "../visible.server";
import { inLanguage, LINK, readerText } from "./reader-sql.server";

/**
 * What this reader may see and others read most, as a JSON array of links with their topics. The number is spelt out,
 * so that a prepared plan takes the first ones from the index by views.
 */
export const popularLinks = ({ actor, locale }: Ctx, most: number): Prisma.Sql => Prisma.sql`
  select json_agg(json_build_object(${LINK}, 'topic', ${inLanguage(Prisma.sql`c.names`, locale)})
    order by a.views desc, a.id)
  from (
    select a.* from article a
    where ${visibleArticles(actor)} and a.views > 0
      and exists (select from article_text t where t.article_id = a.id and t.published_version_id is not null)
    order by a.views desc, a.id ${Prisma.raw(`limit ${Math.trunc(most)}`)}
  ) a
  join article_category c on c.id = a.category_id ${readerText(locale)}`;
