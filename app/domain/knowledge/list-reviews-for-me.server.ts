import { actorPersonId, type Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { type KeysetPage, PAGE_LIMIT, readPage, walk } from "~/platform/keyset.server";
import type { ReviewRow } from "./article-views";
import { named } from "./internal/desk-sql.server";
import { requireEditor } from "./policy";

/** A page of the open reviews that the actor may decide: of texts they did not write, longest waiting first. */
export async function listReviewsForMe(ctx: Ctx, after: string | null): Promise<KeysetPage<ReviewRow>> {
  requireEditor(ctx.actor);
  const me = actorPersonId(ctx);
  const page = await readPage(after, (cursor) => {
    const { where, order } = walk(cursor, false, Prisma.sql`r.requested_at`, Prisma.sql`r.id`);
    return ctx.db.$queryRaw<(ReviewRow & { key: Date; id: string })[]>`
      select r.requested_at as key, r.id::text as id, r.id::text as "reviewId", a.id::text as "articleId", t.locale,
        v.title, v.number as version, c.names as "categoryNames", r.requested_at as "requestedAt",
        ${named(Prisma.sql`q`)} as "requestedBy"
      from article_review r
      join article_version v on v.id = r.version_id
      join article_text t on t.id = r.text_id
      join article a on a.id = t.article_id and a.deleted_at is null
      join article_category c on c.id = a.category_id
      left join person q on q.id = r.requested_by_id
      where r.verdict is null and (${me}::uuid is null or ${me}::uuid <> all (coalesce(v.author_ids, '{}'))) and ${where}
      order by ${order(Prisma.sql`r.requested_at`, Prisma.sql`r.id`)} ${PAGE_LIMIT}`;
  });
  return { ...page, rows: page.rows.map(({ key: _key, id: _id, ...row }) => row) };
}
