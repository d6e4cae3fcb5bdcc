import { actorPersonId, type Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import type { OpenReviewDetails, ReviewVerdict, TextDetails } from "../article-views";
import { isEditor } from "../policy";
import { named, orNull } from "./desk-sql.server";

type Stored<T> = { [K in keyof T]: T[K] extends Date ? string : T[K] };
type Row = Omit<TextDetails, "draft" | "review" | "verdict"> & {
  draft: Stored<TextDetails["draft"]>;
  review: (Stored<Omit<OpenReviewDetails, "mayApprove" | "mayWithdraw">> & { authorIds: string[] }) | null;
  verdict: Stored<ReviewVerdict> | null;
};

/** One language of an article, the source's without a name, as an editor's screen shows it; one statement. */
export async function readTextDetails(ctx: Ctx, articleId: string, locale: string | null): Promise<TextDetails | null> {
  const [row] = await ctx.db.$queryRaw<Row[]>(prepared(statement(articleId, locale)));
  if (!row) return null;
  const { draft, review, verdict, ...text } = row;
  return {
    ...text,
    draft: { ...draft, savedAt: new Date(draft.savedAt) },
    review: review && openReview(ctx, review),
    verdict: verdict && { ...verdict, decidedAt: new Date(verdict.decidedAt) },
  };
}

function openReview(ctx: Ctx, { authorIds, ...review }: NonNullable<Row["review"]>): OpenReviewDetails {
  const me = actorPersonId(ctx);
  const edits = isEditor(ctx.actor);
  return {
    ...review,
    requestedAt: new Date(review.requestedAt),
    mayApprove: edits && (me === null || !authorIds.includes(me)),
    mayWithdraw: edits || (me !== null && review.requestedBy?.id === me),
  };
}

const statement = (articleId: string, locale: string | null) => Prisma.sql`
  select t.id::text as id, t.locale, t.work::text as work, pv.number as version, t.published_at as "publishedAt",
    t.updated_at as "updatedAt", ${orNull(Prisma.sql`t.publish_at`)} as "publishAt", sv.number as "scheduledVersion",
    ${orNull(Prisma.sql`t.unpublish_at`)} as "unpublishAt", t.stale_since as "staleSince",
    (select s.slug from article_slug s where s.text_id = t.id and s.current) as slug,
    (select count(*)::int from article_version v where v.text_id = t.id) as versions,
    json_build_object('revision', d.revision, 'title', d.title, 'slug', d.slug, 'summary', d.summary,
      'keywords', d.keywords, 'markdown', d.markdown, 'savedAt', d.updated_at, 'savedBy', ${named(Prisma.sql`db`)})
      as draft,
    (select json_build_object('id', r.id, 'version', v.number, 'note', v.note, 'requestedAt', r.requested_at,
        'requestedBy', ${named(Prisma.sql`q`)}, 'authorIds', coalesce(v.author_ids, '{}'))
      from article_review r join article_version v on v.id = r.version_id left join person q on q.id = r.requested_by_id
      where r.text_id = t.id and r.verdict is null) as review,
    (select json_build_object('verdict', r.verdict, 'comment', r.comment, 'decidedAt', r.decided_at,
        'decidedBy', ${named(Prisma.sql`q`)}, 'version', v.number)
      from article_review r join article_version v on v.id = r.version_id left join person q on q.id = r.decided_by_id
      where r.text_id = t.id and r.verdict is not null order by r.requested_at desc, r.id desc limit 1) as verdict,
    coalesce((select json_agg(json_build_object('id', m.id, 'kind', m.kind, 'found', m.found,
        'replacement', m.replacement) order by m.position)
      from article_mark m where m.text_id = t.id and m.confirmed_at is null), '[]') as marks,
    case when t.locale <> a.source_locale then (
      select json_build_object('locale', st.locale, 'title', coalesce(v.title, sd.title),
        'markdown', coalesce(v.markdown, sd.markdown), 'version', v.number, 'followed', t.source_version)
      from article_text st join article_draft sd on sd.text_id = st.id
      left join article_version v on v.id = st.published_version_id
      where st.article_id = a.id and st.locale = a.source_locale) end as source
  from article a
  join article_text t on t.article_id = a.id and t.locale = coalesce(${locale}::text, a.source_locale)
  join article_draft d on d.text_id = t.id
  left join article_version pv on pv.id = t.published_version_id
  left join article_version sv on sv.id = t.scheduled_version_id
  left join person db on db.id = d.updated_by_id
  where a.id = ${articleId}::uuid`;
