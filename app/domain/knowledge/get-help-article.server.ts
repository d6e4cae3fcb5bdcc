import { notFound } from "~/lib/errors";
import { isId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import { articleAt, inLanguage, LINK, readerText } from "./internal/reader-sql.server";
import type { HelpAnswer, HelpArticle } from "./reader-views";
import { visibleArticles } from "./visible.server";

/**
 * Beside the text: topics of the section, titles before and after the article in its own topic, and of each other one.
 * Spelt out: a prepared plan knows nothing of a parameter and would read the topics whole.
 */
const TOPICS = Prisma.raw("limit 6");
const OWN_TITLES = Prisma.raw("limit 12");
const OTHER_TITLES = Prisma.raw("limit 4");
const RELATED = Prisma.raw("limit 5");

type Row = {
  /** Anybody could read it once. */
  gone: boolean;
  /** `reached`: its address, asked for in the reader's language, leads to it and not to another article. */
  article: (HelpArticle & { reached: boolean }) | null;
};

/**
 * What a reader finds at an address of the help centre, in one statement. Older addresses, ids, and addresses of another
 * language or kind name the one that counts. Who may not read the article learns nothing of it: 404, as for an address
 * that never was; only what was public once is said to be gone.
 */
export async function getHelpArticle(ctx: Ctx, kind: "article" | "faq", slug: string): Promise<HelpAnswer> {
  const [row] = await ctx.db.$queryRaw<Row[]>(prepared(statement(ctx, slug)));
  if (!row?.article) {
    if (row?.gone) return { state: "gone" };
    throw notFound("common:error.404.title");
  }
  const { reached, ...article } = row.article;
  if (article.slug === slug && article.kind === kind) return { state: "here", article };
  return { state: "moved", kind: article.kind, slug: article.slug, locale: reached ? ctx.locale : article.locale };
}

const statement = ({ actor, locale }: Ctx, slug: string) => Prisma.sql`
  with recursive one as (
    select a.*, ${visibleArticles(actor)} as visible
    from article a
    where a.id = coalesce(${isId(slug) ? slug : null}::uuid, ${articleAt(Prisma.sql`${slug}`, locale)})
  ), path as (
    select c.id, c.parent_id, c.slug, ${inLanguage(Prisma.sql`c.names`, locale)} as name, 0 as up
    from one join article_category c on c.id = one.category_id
    union all
    select c.id, c.parent_id, c.slug, ${inLanguage(Prisma.sql`c.names`, locale)}, path.up + 1
    from path join article_category c on c.id = path.parent_id
  ), section as (
    select c.id, c.slug, c.names, array[c.position] as place
    from article_category c where c.id = (select path.id from path where path.parent_id is null) and c.archived_at is null
    union all
    select c.id, c.slug, c.names, section.place || c.position
    from section join article_category c on c.parent_id = section.id
    where c.archived_at is null
  )
  select a.audience = 'public' and exists (
      select from article_text t where t.article_id = a.id and t.published_at is not null) as gone,
    case when a.visible then (
    select json_build_object(
      'id', a.id, ${LINK}, 'html', v.html, 'headings', v.headings,
      'summary', coalesce(nullif(v.summary, ''), left(v.plain, 200)),
      'minutes', greatest(1, round(length(v.plain) / 1100.0)),
      'updatedAt', p.updated_at, 'publishedAt', p.published_at, 'helped', a.helpful_yes,
      'isPublic', a.audience = 'public',
      'reached', p.locale = ${locale}::text or ${articleAt(Prisma.sql`s.slug`, locale)} = a.id,
      'languages', (
        select json_agg(json_build_object('locale', t.locale, 'slug', ts.slug) order by t.locale)
        from article_text t join article_slug ts on ts.text_id = t.id and ts.current
        where t.article_id = a.id and t.published_version_id is not null),
      'path', (select json_agg(json_build_object('slug', path.slug, 'name', path.name) order by path.up desc) from path),
      'tree', coalesce((
        select json_agg(json_build_object('slug', c.slug, 'name', ${inLanguage(Prisma.sql`c.names`, locale)},
          'current', c.id = one.category_id, 'articles', listed.links) order by c.place)
        from (
          select * from section order by section.id = (select category_id from one) desc, section.place ${TOPICS}
        ) c, one, lateral (${titles(
          locale,
          Prisma.sql`
          ${neighbours(actor, Prisma.sql`<`, Prisma.sql`desc`)} union all ${neighbours(actor, Prisma.sql`>=`, Prisma.sql`asc`)}
          union all ${firstOf(actor)}`,
        )}) listed
        where listed.links is not null), '[]'),
      'related', coalesce((${related(actor, locale)}), '[]'))
    from (select 1) shown ${readerText(locale)}
  ) end as article
  from one a`;

const titles = (locale: Ctx["locale"], articles: Prisma.Sql) => Prisma.sql`
  select json_agg(json_build_object(${LINK}) order by a.position, a.id) as links
  from (${articles}) a ${readerText(locale)}`;

const READABLE = Prisma.sql`exists (
  select from article_text t where t.article_id = a.id and t.published_version_id is not null)`;

/** The articles before and from the shown one in its own topic, along the topic's index. */
const neighbours = (actor: Ctx["actor"], side: Prisma.Sql, way: Prisma.Sql) => Prisma.sql`(
  select a.id, a.kind, a.position, a.source_locale
  from article a
  where c.id = one.category_id and a.category_id = one.category_id and a.kind = one.kind
    and (a.position, a.id) ${side} (one.position, one.id) and ${visibleArticles(actor)} and ${READABLE}
  order by a.position ${way}, a.id ${way} ${OWN_TITLES})`;

/** The first ones of another topic. */
const firstOf = (actor: Ctx["actor"]) => Prisma.sql`(
  select a.id, a.kind, a.position, a.source_locale
  from article a
  where c.id <> one.category_id and a.category_id = c.id and a.kind = one.kind
    and ${visibleArticles(actor)} and ${READABLE}
  order by a.position, a.id ${OTHER_TITLES})`;

const related = (actor: Ctx["actor"], locale: Ctx["locale"]) => Prisma.sql`
  select json_agg(json_build_object(${LINK}, 'topic', ${inLanguage(Prisma.sql`c.names`, locale)}) order by a.place)
  from (
    select a.id, a.kind, a.source_locale, a.category_id, r.position as place
    from one join article_related r on r.article_id = one.id join article a on a.id = r.related_id
    where ${visibleArticles(actor)} and ${READABLE}
    order by r.position ${RELATED}
  ) a
  join article_category c on c.id = a.category_id ${readerText(locale)}`;
