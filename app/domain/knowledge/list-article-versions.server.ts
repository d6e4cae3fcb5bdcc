import { isId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { PAGE_LIMIT, PAGE_SIZE } from "~/platform/keyset.server";
import type { VersionRow } from "./article-views";
import { named } from "./internal/desk-sql.server";
import { requireStaff } from "./policy";

/** Versions of one language, newest first; `next` is the number below which the following page begins. */
export async function listArticleVersions(
  ctx: Ctx,
  { articleId, locale, before = null }: { articleId: string; locale: string; before?: number | null },
): Promise<{ rows: VersionRow[]; next: number | null }> {
  requireStaff(ctx.actor);
  if (!isId(articleId)) return { rows: [], next: null };
  const rows = await ctx.db.$queryRaw<VersionRow[]>`
    select v.number, v.title, v.note, v.created_at as "createdAt", ${named(Prisma.sql`b`)} as "createdBy",
      v.source_version as "sourceVersion", v.id is not distinct from t.published_version_id as published,
      v.id is not distinct from t.scheduled_version_id as scheduled, r.verdict, ${named(Prisma.sql`q`)} as "decidedBy",
      coalesce(r.comment, '') as comment
    from article_text t join article_version v on v.text_id = t.id
    left join person b on b.id = v.created_by_id
    left join lateral (
      select * from article_review r where r.version_id = v.id order by r.requested_at desc, r.id desc limit 1
    ) r on true
    left join person q on q.id = r.decided_by_id
    where t.article_id = ${articleId}::uuid and t.locale = ${locale}
      and v.number < coalesce(${before}::int, 2147483647)
    order by v.number desc ${PAGE_LIMIT}`;
  const shown = rows.slice(0, PAGE_SIZE);
  return { rows: shown, next: rows.length > PAGE_SIZE ? (shown.at(-1)?.number ?? null) : null };
}
