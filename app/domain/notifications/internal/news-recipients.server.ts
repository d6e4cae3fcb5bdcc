import { plainOfHtml } from "~/lib/plain-of-html";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";

export type NewsRecipient = {
  personId: string;
  address: string;
  name: string;
  locale: string;
  slug: string;
  problem: boolean;
  title: string;
  /** Plain text: of the update where there is one, else of the news when it comes out. */
  text: string;
  followed: "topic" | "news";
  followedId: string;
};

type Fact = { newsId: string; updateId: string | null; kind: "published" | "updated" | "solved" };

const LONGEST = 1_500;

/**
 * Who follows the news, or its topic or one above when it comes out, and may read it now: active people with a confirmed
 * address. Who follows both is there once. The words are in the person's language, else English, else the first there is.
 */
export async function listNewsRecipients(ctx: Ctx, { newsId, updateId, kind }: Fact): Promise<NewsRecipient[]> {
  const rows = await ctx.db.$queryRaw<(NewsRecipient & { html: string | null })[]>(Prisma.sql`
    with recursive n as (
      select * from news
      where id = ${newsId}::uuid and deleted_at is null and published_at <= ${ctx.now}
    ), above as (
      select c.id, c.parent_id from n join article_category c on c.id = n.topic_id
      union all
      select c.id, c.parent_id from above join article_category c on c.id = above.parent_id
    ), follower as (
      select f.person_id, 'news' as followed, f.news_id as followed_id, 0 as rank from n join news_follower f on f.news_id = n.id
      union all
      select f.person_id, 'topic', f.topic_id, 1 from above join topic_follower f on f.topic_id = above.id
      where ${kind}::text = 'published'
    ), one as (
      select distinct on (person_id) * from follower order by person_id, rank, followed_id
    )
    select p.id::text as "personId", e.address, p.name, n.slug, n.kind = 'problem' as problem, one.followed,
      one.followed_id::text as "followedId", coalesce(p.locale, n.source_locale) as locale,
      coalesce(n.texts -> p.locale, n.texts -> 'en', n.texts -> n.source_locale) ->> 'title' as title,
      case when u.id is not null then coalesce(u.texts -> p.locale, u.texts -> 'en',
          (select value from jsonb_each(u.texts) order by key limit 1)) ->> 'html'
        when ${kind}::text = 'published' then
          coalesce(n.texts -> p.locale, n.texts -> 'en', n.texts -> n.source_locale) ->> 'html'
      end as html
    from n cross join one
    join person p on p.id = one.person_id and p.deactivated_at is null
    join email_address e on e.person_id = p.id and e."primary" and e.verified_at is not null
    left join news_update u on u.id = ${updateId}::uuid and u.news_id = n.id
    where p.role <> 'customer' or n.audience in ('public', 'customers') or (n.audience = 'organizations' and exists (
      select from news_organization no join contact co on co.organization_id = no.organization_id
      where no.news_id = n.id and co.person_id = p.id))
    order by p.id`);
  return rows.map(({ html, ...row }) => ({ ...row, text: shortened(plainOfHtml(html ?? "")) }));
}

/** No longer than a mail should be; no letter is cut in two. */
const shortened = (text: string): string =>
  text.length > LONGEST
    ? `${text
        .slice(0, LONGEST)
        .replace(/[\ud800-\udbff]$/, "")
        .trimEnd()}…`
    : text;
