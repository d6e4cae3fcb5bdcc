import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { type KeysetPage, PAGE_LIMIT, readPage, walk } from "~/platform/keyset.server";
import { newsLocale } from "./internal/news-sql.server";
import { visibleNews } from "./visible-news.server";
import type { HelpNewsLink } from "./reader-views";

type Row = HelpNewsLink & { key: Date };

/** The news that the reader may see, newest first. */
export async function listNews(ctx: Ctx, after: string | null): Promise<KeysetPage<HelpNewsLink>> {
  const [at, id] = [Prisma.sql`n.published_at`, Prisma.sql`n.id`];
  const page = await readPage<Row>(after, (cursor) => {
    const { where, order } = walk(cursor, true, at, id);
    return ctx.db.$queryRaw<Row[]>(Prisma.sql`
      select n.id::text, n.kind, n.slug, n.shown as locale, n.texts -> n.shown ->> 'title' as title,
        n.published_at as "publishedAt", n.solved_at as "solvedAt", n.published_at as key
      from (
        select n.*, ${newsLocale(ctx.locale)} as shown from news n where ${visibleNews(ctx)} and ${where}
        order by ${order(at, id)} ${PAGE_LIMIT}
      ) n
      order by ${order(at, id)}`);
  });
  return { ...page, rows: page.rows.map(({ key: _key, ...row }) => row) };
}
