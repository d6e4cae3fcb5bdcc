import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import type { SearchedArticle } from "./article-document";

/** The published texts of these articles; deleted ones have none. */
export const readSearchedArticles = (ctx: Ctx, ids: readonly string[]): Promise<SearchedArticle[]> =>
  ctx.db.$queryRaw<SearchedArticle[]>(
    prepared(Prisma.sql`
    select a.id::text, a.kind::text as kind, a.audience::text as audience,
      array(select ao.organization_id::text from article_organization ao where ao.article_id = a.id) as "organizationIds",
      array(with recursive up as (
          select c.id, c.parent_id, 0 as step from article_category c where c.id = a.category_id
          union all select p.id, p.parent_id, up.step + 1 from article_category p join up on p.id = up.parent_id
          where up.step < 8
        ) select up.id::text from up order by up.step) as "categoryIds",
      c.slug as "categorySlug", c.names as "categoryNames", a.helpful_yes as "helpfulYes", a.helpful_no as "helpfulNo",
      a.views, x.locale, v.title, v.slug, v.summary, v.keywords, v.plain,
      coalesce(x.updated_at, v.created_at) as "updatedAt"
    from article a join article_category c on c.id = a.category_id
    join article_text x on x.article_id = a.id join article_version v on v.id = x.published_version_id
    where a.id = any(${[...ids]}::uuid[]) and a.deleted_at is null
    order by a.id, x.locale`),
  );
