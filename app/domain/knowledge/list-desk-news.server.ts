import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { type KeysetPage, PAGE_LIMIT, readPage, walk } from "~/platform/keyset.server";
import { newsLocale } from "./internal/news-sql.server";
import { type DeskNewsRow, newsState } from "./news-views";
import { requireStaff } from "./policy";

type Row = Omit<DeskNewsRow, "state"> & { solvedAt: Date | null; key: Date };

/** All news for the desk, drafts too, newest first. */
export async function listDeskNews(ctx: Ctx, after: string | null): Promise<KeysetPage<DeskNewsRow>> {
  requireStaff(ctx.actor);
  const [at, id] = [Prisma.sql`n.created_at`, Prisma.sql`n.id`];
  const page = await readPage<Row>(after, (cursor) => {
    const { where, order } = walk(cursor, true, at, id);
    return ctx.db.$queryRaw<Row[]>(Prisma.sql`
      select n.id::text, n.kind, n.audience, n.published_at as "publishedAt", n.solved_at as "solvedAt",
        n.texts -> ${newsLocale(ctx.locale)} ->> 'title' as title,
        (select array_agg(k order by k) from jsonb_object_keys(n.texts) k) as languages,
        (select count(*)::int from news_follower f where f.news_id = n.id) as followers, n.created_at as key
      from news n
      where n.deleted_at is null and ${where}
      order by ${order(at, id)} ${PAGE_LIMIT}`);
  });
  return {
    ...page,
    rows: page.rows.map(({ key: _key, solvedAt, ...row }) => ({
      ...row,
      state: newsState({ publishedAt: row.publishedAt, solvedAt }, ctx.now),
    })),
  };
}
