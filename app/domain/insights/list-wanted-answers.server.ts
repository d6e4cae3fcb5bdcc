import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { articleTitle } from "./article-title.server";
import { SEARCH_CAP, type WantedAnswer, type WantedOrder } from "./knowledge-views";
import { assertStaff } from "./policy";

const DAYS = 90;
/** Lines of one list; the rest comes up as these are dealt with. */
export const WANTED_LIMIT = 100;

type Query = { order?: WantedOrder; locale?: string | null };
type Row = {
  locale: string;
  query: string;
  times: number;
  newest: Date;
  without: number | null;
  articleId: string | null;
  title: string | null;
  comments: { reason: string | null; comment: string; at: string }[] | null;
};

/**
 * What customers looked for within 90 days and did not get: searches that found nothing or led to no document, the same
 * words in any order being one wish, and articles that got a "no" with a comment. What is dismissed stays away; what is
 * done comes back when it is asked again. At most 100, in one statement.
 */
export async function listWantedAnswers(
  ctx: Ctx,
  { order = "wanted", locale = null }: Query = {},
): Promise<WantedAnswer[]> {
  assertStaff(ctx.actor);
  const since = new Date(ctx.now.getTime() - DAYS * 86_400_000);
  const inLocale = locale ? Prisma.sql`x.locale = ${locale}` : Prisma.sql`true`;
  const rows = await ctx.db.$queryRaw<Row[]>`
    with wishes as (
      select w.locale, ${sameWords(Prisma.sql`w.query`)} as words, max(w.at) filter (where w.verdict = 'done') as done_at,
        bool_or(w.verdict = 'dismissed') as dismissed
      from search_wish w group by 1, 2),
    newest as (
      select x.locale, x.query, x.results, x.started_at, ${sameWords(Prisma.sql`x.query`)} as words
      from (select * from search_intention where started_at > ${since} order by started_at desc limit ${SEARCH_CAP}) x
      where x.half = 'portal' and x.opened is null and length(x.query) >= 3 and ${inLocale}),
    searches as (
      select n.locale, (array_agg(n.query order by n.started_at desc))[1] as query, count(*)::int as times,
        max(n.started_at) as newest, (count(*) filter (where n.results = 0))::int as without
      from newest n left join wishes w on w.locale = n.locale and w.words = n.words
      where ${wanted(Prisma.sql`n.started_at`)} group by n.locale, n.words),
    votes as (
      select x.locale, 'article:' || x.article_id as query, count(*)::int as times, max(x.at) as newest,
        x.article_id, (jsonb_agg(jsonb_build_object('reason', x.reason, 'comment', x.comment, 'at', x.at)
          order by x.at desc)) as comments
      from article_vote x join article a on a.id = x.article_id and a.deleted_at is null
      left join wishes w on w.locale = x.locale and w.words = 'article:' || x.article_id
      where x.at > ${since} and not x.helpful and x.comment <> '' and x.done_at is null and ${inLocale}
        and ${wanted(Prisma.sql`x.at`)}
      group by x.locale, x.article_id),
    page as (
      select s.*, null::uuid as article_id, null::jsonb as comments from searches s
      union all
      select v.locale, v.query, v.times, v.newest, null, v.article_id, v.comments from votes v
      order by ${ORDERS[order]}, locale, query limit ${WANTED_LIMIT})
    select p.locale, p.query, p.times, p.newest, p.without, p.article_id::text as "articleId", p.comments,
      case when p.article_id is null then null else ${articleTitle(Prisma.sql`p.article_id`, Prisma.sql`p.locale`)} end as title
    from page p order by ${ORDERS[order]}, locale, query`;
  return rows.map(toWanted);
}

const ORDERS: Record<WantedOrder, Prisma.Sql> = {
  wanted: Prisma.sql`times desc, newest desc`,
  newest: Prisma.sql`newest desc, times desc`,
};

const wanted = (at: Prisma.Sql) =>
  Prisma.sql`not coalesce(w.dismissed, false) and (w.done_at is null or ${at} > w.done_at)`;

const sameWords = (query: Prisma.Sql) =>
  Prisma.sql`(select coalesce(string_agg(word, ' ' order by word), '') from unnest(string_to_array(${query}, ' ')) as word)`;

function toWanted({ articleId, title, comments, without, ...wish }: Row): WantedAnswer {
  if (!articleId) return { kind: "search", ...wish, without: without ?? 0 };
  const newest = (comments ?? []).slice(0, 3).map((said) => ({ ...said, at: new Date(said.at) }));
  return { kind: "article", ...wish, articleId, title: title ?? "", comments: newest };
}
