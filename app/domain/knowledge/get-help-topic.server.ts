import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import { inLanguage, LINK, readerText } from "./internal/reader-sql.server";
import { topicTiles } from "./internal/topic-tiles.server";
import type { HelpTopic } from "./reader-views";
import { visibleArticles } from "./visible.server";

/** The longest list a topic's page shows; more wants subtopics. */
const MOST = Prisma.raw("limit 200");

/** So many of a subtopic's articles stand on the page of the topic above it. */
const FEW = Prisma.raw("limit 4");

/**
 * A topic with its subtopics, articles and frequent questions. One in which the reader may read nothing is not there. An
 * address that it had before finds it, under the one that counts now.
 */
export async function getHelpTopic(ctx: Ctx, slug: string): Promise<HelpTopic> {
  const topic = (await readTopic(ctx, slug)) ?? (await readRenamed(ctx, slug));
  if (!topic) throw notFound("common:error.404.title");
  return topic;
}

/** An address that another topic has taken leads to that one alone, whoever may read it. */
async function readRenamed(ctx: Ctx, older: string): Promise<HelpTopic | null> {
  const [row] = await ctx.db.$queryRaw<{ slug: string }[]>`
    select c.slug from article_category_slug s join article_category c on c.id = s.category_id
    where s.slug = ${older} and not exists (select from article_category taken where taken.slug = s.slug)`;
  return row ? readTopic(ctx, row.slug) : null;
}

async function readTopic(ctx: Ctx, slug: string): Promise<HelpTopic | null> {
  const { locale } = ctx;
  const [row] = await ctx.db.$queryRaw<(HelpTopic & { tile: Partial<HelpTopic> | null })[]>(
    prepared(Prisma.sql`
    with recursive one as (
      select c.* from article_category c where c.slug = ${slug} and c.archived_at is null
    ), path as (
      select one.parent_id, one.slug, '' as name, 0 as up from one
      union all
      select c.parent_id, c.slug, ${inLanguage(Prisma.sql`c.names`, locale)}, path.up + 1
      from path join article_category c on c.id = path.parent_id
    ), ${topicTiles(ctx, Prisma.sql`(c.id in (select id from one) or c.parent_id in (select id from one))`)}
    select (select tile from tiles where tiles.slug = ${slug}) as tile,
      coalesce((select json_agg(tile::jsonb || jsonb_build_object('first', first) order by position, tiles.slug)
        from tiles cross join lateral (${firstOf(ctx)}) held where tiles.slug <> ${slug}), '[]') as subtopics,
      coalesce((select json_agg(json_build_object('slug', path.slug, 'name', path.name) order by up desc)
        from path where up > 0), '[]') as path,
      coalesce((${listed(ctx, Prisma.sql`'article'`, Prisma.sql`${LINK}, 'summary', v.summary`)}), '[]') as articles,
      coalesce((${listed(ctx, Prisma.sql`'faq'`, LINK)}), '[]') as faqs`),
  );
  if (!row?.tile) return null;
  const { tile, ...lists } = row;
  return { ...lists, ...tile } as HelpTopic;
}

const listed = ({ actor, locale }: Ctx, kind: Prisma.Sql, fields: Prisma.Sql) => Prisma.sql`
  select json_agg(json_build_object(${fields}) order by a.position, a.id)
  from (
    select a.* from one join article a on a.category_id = one.id
    where a.kind = ${kind} and ${visibleArticles(actor)}
      and exists (select from article_text t where t.article_id = a.id and t.published_version_id is not null)
    order by a.position, a.id ${MOST}
  ) a ${readerText(locale)}`;

/** The first articles of the topic `tiles`, else its first questions. */
const firstOf = ({ actor, locale }: Ctx) => {
  const few = (kind: Prisma.Sql) => Prisma.sql`(
    select a.* from article a join article_category c on c.id = a.category_id
    where c.slug = tiles.slug and a.kind = ${kind} and ${visibleArticles(actor)}
      and exists (select from article_text t where t.article_id = a.id and t.published_version_id is not null)
    order by a.position, a.id ${FEW})`;
  return Prisma.sql`
    select coalesce(json_agg(json_build_object(${LINK}) order by a.kind, a.position, a.id), '[]') as first
    from (${few(Prisma.sql`'article'`)} union all ${few(Prisma.sql`'faq'`)} order by kind, position, id ${FEW}) a
    ${readerText(locale)}`;
};
