import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";

const ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const OWN = Prisma.sql`l.url ~* ${`^(article:${ID}|image:${ID}|/)`}`;

/**
 * Looks at every link to this site in published texts, or at those from and to one article: articles that are not there
 * (`missing`), deleted or not published (`gone`), or for fewer readers than the text (`refused`); topics, news and
 * pictures that are not there. An address that an article or topic once had is sound: it redirects.
 * Answers how many changed.
 */
export function checkOwnLinks(ctx: Ctx, articleId: string | null): Promise<number> {
  const some = articleId
    ? Prisma.sql`(t.article_id = ${articleId}::uuid or l.url ilike ${`article:${articleId}%`} or l.url like '/help/%')`
    : Prisma.sql`true`;
  return ctx.db.$executeRaw`
    with link as (
      select l.text_id, l.url, a.audience, split_part(split_part(l.url, '#', 1), '?', 1) as address
      from article_link l join article_text t on t.id = l.text_id join article a on a.id = t.article_id
      where ${OWN} and ${some}
    ), part as (
      select k.*, regexp_match(k.address, ${`^article:(${ID})$`}, 'i') as by_id,
        regexp_match(k.address, ${`^image:(${ID})$`}, 'i') as picture,
        regexp_match(k.address, '^/help/([a-z]{2})/(articles|faq|topics|news)/([^/]+)$') as page
      from link k
    ), target as (
      select p.*, case
          when p.by_id is not null then p.by_id[1]::uuid
          when p.page[2] in ('articles', 'faq') and p.page[3] ~* ${`^${ID}$`} then p.page[3]::uuid
          when p.page[2] in ('articles', 'faq') then (
            select t.article_id from article_slug s join article_text t on t.id = s.text_id
            where s.slug = p.page[3] order by s.locale = p.page[1] desc limit 1)
        end as article_id
      from part p
    ), found as (
      select g.text_id, g.url, case
          when g.picture is not null then
            case when exists (select from article_image i where i.id = g.picture[1]::uuid) then 'ok' else 'missing' end
          when g.page[2] = 'topics' then
            case when exists (
              select from article_category c where c.archived_at is null and c.id = coalesce(
                (select own.id from article_category own where own.slug = g.page[3]),
                (select older.category_id from article_category_slug older where older.slug = g.page[3]))
            ) then 'ok' else 'missing' end
          when g.page[2] = 'news' then
            case when exists (select from news n where n.slug = g.page[3] and n.published_at <= ${ctx.now}
              and n.deleted_at is null) then 'ok' else 'missing' end
          when g.by_id is null and g.page is null then 'ok'
          when b.id is null then 'missing'
          when b.deleted_at is not null or not exists (
            select from article_text t where t.article_id = b.id and t.published_version_id is not null) then 'gone'
          when b.audience > g.audience then 'refused'
          else 'ok'
        end as result
      from target g left join article b on b.id = g.article_id
    )
    update article_link l set result = f.result, status = null, checked_at = ${ctx.now},
      broken_since = case when f.result <> 'ok' then coalesce(l.broken_since, ${ctx.now}) end
    from found f
    where f.text_id = l.text_id and f.url = l.url and (l.result is distinct from f.result or f.result <> 'ok')`;
}
