import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { type KeysetPage, PAGE_LIMIT, readPage, walk } from "~/platform/keyset.server";
import { articleTitle } from "./article-title.server";
import type { SearchFilter, SearchRow } from "./knowledge-views";
import { assertReadsSearches } from "./policy";
import { searchesOf } from "./searches-of.server";

/** A page of the search log, newest first: one line per intention. */
export async function listSearches(
  ctx: Ctx,
  { after = null, ...filter }: SearchFilter & { after?: string | null },
): Promise<KeysetPage<SearchRow>> {
  assertReadsSearches(ctx.actor);
  const page = await readPage(after, (cursor) => {
    const [key, id] = [Prisma.sql`s.started_at`, Prisma.sql`s.id`];
    const { where, order } = walk(cursor, true, key, id);
    return ctx.db.$queryRaw<(SearchRow & { key: Date })[]>`
      with page as (
        select s.* from search_intention s where ${searchesOf(ctx, filter)} and ${where}
        order by ${order(key, id)} ${PAGE_LIMIT})
      select s.started_at as key, s.id::text as id, s.half::text as half, s.locale, s.query, s.results, s.opened,
        s.started_at as "startedAt",
        case when s.opened ~ '^(article|faq):[0-9a-f-]{36}'
          then ${articleTitle(Prisma.sql`substring(s.opened from ':(.{36})')::uuid`, Prisma.sql`s.locale`)} end as "openedTitle"
      from page s order by ${order(key, id)}`;
  });
  return { ...page, rows: page.rows.map(({ key: _key, ...row }) => row) };
}
