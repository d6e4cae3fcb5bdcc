import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { type KeysetPage, PAGE_LIMIT } from "~/platform/keyset.server";
import { readTextPage, textWalk } from "~/platform/text-keyset.server";
import type { BrokenLinkRow } from "./article-views";
import { requireStaff } from "./policy";

const SINCE = Prisma.sql`to_char(l.broken_since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS')`;
const PLACE = Prisma.sql`(l.text_id::text || ' ' || l.url)`;

/** A page of the links of published texts that lead nowhere, broken longest first. */
export async function listBrokenLinks(ctx: Ctx, after: string | null): Promise<KeysetPage<BrokenLinkRow>> {
  requireStaff(ctx.actor);
  const page = await readTextPage(after, (cursor) => {
    const { where, order } = textWalk(cursor, SINCE, PLACE);
    return ctx.db.$queryRaw<(BrokenLinkRow & { key: string; id: string })[]>`
      select ${SINCE} as key, ${PLACE} as id, l.text_id::text as "textId", a.id::text as "articleId", t.locale, v.title,
        l.url, l.result, l.status, l.broken_since as "brokenSince", l.checked_at as "checkedAt"
      from article_link l
      join article_text t on t.id = l.text_id
      join article_version v on v.id = t.published_version_id
      join article a on a.id = t.article_id and a.deleted_at is null
      where l.broken_since is not null and ${where}
      order by ${order} ${PAGE_LIMIT}`;
  });
  return { ...page, rows: page.rows.map(({ key: _key, id: _id, ...row }) => row) };
}
