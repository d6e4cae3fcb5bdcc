import type { Ctx } from "~/platform/ctx.server";
import type { ArticleFigures, Period } from "./knowledge-views";
import { assertStaff } from "./policy";

/**
 * Views, votes and deflections of these articles within a period, in the order of the ids, in one statement. Days of
 * views are the reader's; a vote counts where it was last changed.
 */
export async function listArticleFigures(
  ctx: Ctx,
  { articleIds, days }: { articleIds: readonly string[]; days: Period },
): Promise<ArticleFigures[]> {
  assertStaff(ctx.actor);
  if (!articleIds.length) return [];
  const since = new Date(ctx.now.getTime() - days * 86_400_000);
  return ctx.db.$queryRaw<ArticleFigures[]>`
    select a.id::text as "articleId",
      coalesce((select sum(d.views) from article_day d
        where d.article_id = a.id and d.day > (${since}::timestamptz at time zone ${ctx.timeZone})::date), 0)::int as views,
      coalesce(v.yes, 0)::int as yes, coalesce(v.no, 0)::int as no,
      (select count(*) from deflection f where f.article_id = a.id and f.opened_at > ${since}
        and f.outcome in ('solved', 'unasked'))::int as deflected
    from unnest(${[...articleIds]}::uuid[]) with ordinality as a(id, place)
    cross join lateral (
      select count(*) filter (where helpful) as yes, count(*) filter (where not helpful) as no
      from article_vote where article_id = a.id and at > ${since}) v
    order by a.place`;
}
