import { notFound } from "~/lib/errors";
import { isId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import { type ArticleDetails, BIN_DAYS } from "./article-views";
import { named, orNull, TEXTS } from "./internal/desk-sql.server";
import { readTextDetails } from "./internal/read-text-details.server";
import { mayArticle, requireStaff } from "./policy";

type Row = Omit<ArticleDetails, "text" | "may" | "purgeAt" | "reviewDue">;

/**
 * An article for an editor's screen, also one in the recycle bin, in two statements. `text` is the language asked for,
 * null when the article has not got it; without one it is the source's.
 */
export async function getArticleForDesk(
  ctx: Ctx,
  { articleId, locale = null }: { articleId: string; locale?: string | null },
): Promise<ArticleDetails> {
  requireStaff(ctx.actor);
  if (!isId(articleId)) throw notFound();
  const [[row], text] = await Promise.all([
    ctx.db.$queryRaw<Row[]>(prepared(statement(articleId))),
    readTextDetails(ctx, articleId, locale),
  ]);
  if (!row) throw notFound();
  const facts = {
    createdById: row.createdBy?.id ?? null,
    live: row.texts.some((text) => text.published || text.scheduled),
  };
  const may = (act: "article.write" | "article.publish" | "article.delete") => mayArticle(ctx.actor, act, facts);
  const kept = row.deletedAt === null;
  return {
    ...row,
    text,
    purgeAt: row.deletedAt && new Date(row.deletedAt.getTime() + BIN_DAYS * 86_400_000),
    reviewDue: row.reviewBy !== null && row.reviewBy <= ctx.now,
    may: {
      write: kept && may("article.write"),
      publish: kept && may("article.publish"),
      delete: may("article.delete"),
    },
  };
}

const statement = (articleId: string) => Prisma.sql`
  select a.id::text as id, a.kind::text as kind, a.category_id::text as "categoryId", a.audience::text as audience,
    a.source_locale as "sourceLocale", a.activity_at as "activityAt", a.created_at as "createdAt",
    a.deleted_at as "deletedAt", ${orNull(Prisma.sql`a.review_by`)} as "reviewBy", a.views,
    a.helpful_yes as "helpfulYes", a.helpful_no as "helpfulNo", k.number as "ticketNumber",
    ${named(Prisma.sql`o`)} as owner, ${named(Prisma.sql`b`)} as "createdBy", ${TEXTS} as texts,
    coalesce((select json_agg(json_build_object('id', g.id, 'name', g.name) order by g.name)
      from article_organization ao join organization g on g.id = ao.organization_id
      where ao.article_id = a.id), '[]') as organizations,
    coalesce((select json_agg(json_build_object('id', i.id, 'name', i.name, 'type', i.type, 'width', i.width,
        'height', i.height, 'size', f.size) order by i.created_at, i.id)
      from article_image i join stored_file f on f.id = i.file_id where i.article_id = a.id), '[]') as images,
    coalesce((select json_agg(json_build_object('id', x.id, 'name', rd.title, 'chosen', r.chosen,
        'published', exists (select from article_text p where p.article_id = x.id and p.published_version_id is not null))
        order by r.position)
      from article_related r join article x on x.id = r.related_id and x.deleted_at is null
      join article_text rt on rt.article_id = x.id and rt.locale = x.source_locale
      join article_draft rd on rd.text_id = rt.id where r.article_id = a.id), '[]') as related,
    coalesce((with recursive up as (
        select c.id, c.parent_id, c.needs_review from article_category c where c.id = a.category_id
        union select c.id, c.parent_id, c.needs_review from article_category c join up on c.id = up.parent_id
      ) select bool_or(up.needs_review) from up), false) as "needsReview"
  from article a
  left join person o on o.id = a.owner_id
  left join person b on b.id = a.created_by_id
  left join ticket k on k.id = a.ticket_id
  where a.id = ${articleId}::uuid`;
