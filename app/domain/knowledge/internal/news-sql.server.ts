import type { Ctx, Locale } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { visibleNews } from "../visible-news.server";

/** The language of the words that a reader of `n` gets: the asked one, the installation's, or the one it was written in. */
export const newsLocale = (locale: Locale): Prisma.Sql => Prisma.sql`(case
  when jsonb_exists(n.texts, ${locale}::text) then ${locale}::text when jsonb_exists(n.texts, 'en') then 'en' else n.source_locale end)`;

/** A JSON array of the newest news that the reader may see and that meet the condition on `n`. */
export const newsLinks = (ctx: Ctx, condition: Prisma.Sql, limit: number): Prisma.Sql => Prisma.sql`
  select json_agg(json_build_object('id', n.id, 'kind', n.kind, 'slug', n.slug, 'locale', n.shown,
    'title', n.texts -> n.shown ->> 'title', 'publishedAt', n.published_at, 'solvedAt', n.solved_at)
    order by n.published_at desc, n.id desc)
  from (
    select n.*, ${newsLocale(ctx.locale)} as shown from news n
    where ${visibleNews(ctx)} and ${condition}
    order by n.published_at desc, n.id desc limit ${limit}::int
  ) n`;

/** More banners than these would hide the page. */
const MOST_PROBLEMS = 3;

/** The known problems that are not solved, as `newsLinks` gives them. */
export const openProblems = (ctx: Ctx): Prisma.Sql =>
  newsLinks(ctx, Prisma.sql`n.kind = 'problem' and n.solved_at is null`, MOST_PROBLEMS);
