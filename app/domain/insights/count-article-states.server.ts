import { actorPersonId, type Ctx } from "~/platform/ctx.server";
import { assertStaff } from "./policy";

/** Counts of the knowledge base's lists stop here: this many means "that many or more". */
export const ARTICLES_CAP = 100;

export type ArticleCounts = {
  draft: number;
  in_review: number;
  scheduled: number;
  changes: number;
  stale: number;
  review_due: number;
  /** Open reviews of texts that the actor did not write. */
  forMe: number;
};

/** How many articles wait for something, each count capped, in one statement over the indexes of what is open. */
export async function countArticleStates(ctx: Ctx): Promise<ArticleCounts> {
  assertStaff(ctx.actor);
  const me = actorPersonId(ctx);
  const [row] = await ctx.db.$queryRaw<ArticleCounts[]>`
    with texts as materialized (
      select t.article_id, t.published_version_id is not null as published, t.work::text as work,
        t.publish_at < '9999-12-31T00:00:00Z' or t.unpublish_at < '9999-12-31T00:00:00Z' as scheduled,
        t.stale_since is not null as stale
      from article_text t join article a on a.id = t.article_id and a.deleted_at is null
      where t.published_version_id is null or t.work <> 'none' or t.stale_since is not null
        or t.publish_at < '9999-12-31T00:00:00Z' or t.unpublish_at < '9999-12-31T00:00:00Z'
      limit 5000)
    select least(${ARTICLES_CAP}, count(distinct article_id) filter (where not published))::int as draft,
      least(${ARTICLES_CAP}, count(distinct article_id) filter (where work = 'in_review'))::int as in_review,
      least(${ARTICLES_CAP}, count(distinct article_id) filter (where scheduled))::int as scheduled,
      least(${ARTICLES_CAP}, count(distinct article_id) filter (where published and work <> 'none'))::int as changes,
      least(${ARTICLES_CAP}, count(distinct article_id) filter (where stale))::int as stale,
      (select count(*) from (select from article where review_by <= ${ctx.now} and deleted_at is null
        limit ${ARTICLES_CAP}) due)::int as review_due,
      (select count(*) from (select from article_review r
        join article_version v on v.id = r.version_id join article_text t on t.id = r.text_id
        join article a on a.id = t.article_id and a.deleted_at is null
        where r.verdict is null and not (v.author_ids @> array[${me}::uuid]) limit ${ARTICLES_CAP}) mine)::int as "forMe"
    from texts`;
  return row ?? { draft: 0, in_review: 0, scheduled: 0, changes: 0, stale: 0, review_due: 0, forMe: 0 };
}
