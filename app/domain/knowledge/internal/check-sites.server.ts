import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { askSite } from "./ask-site.server";

const AT_ONCE = 6;

/**
 * Asks other sites for the pages that published texts lead to, those that were asked longest ago first and each once
 * however many texts lead there; what is found is written page by page. Not inside a transaction.
 */
export async function checkSites(
  ctx: Ctx,
  { articleId, most, before }: { articleId?: string; most: number; before: Date },
): Promise<number> {
  const some = articleId ? Prisma.sql`t.article_id = ${articleId}::uuid` : Prisma.sql`true`;
  const rows = await ctx.db.$queryRaw<Page[]>`
    select l.url, array_agg(l.text_id::text) as "textIds" from article_link l join article_text t on t.id = l.text_id
    where l.url ~* '^https?://' and (l.checked_at is null or l.checked_at < ${before}) and ${some}
    group by l.url order by min(coalesce(l.checked_at, '-infinity')), l.url limit ${most}::int`;
  const count = rows.length;
  await Promise.all(Array.from({ length: AT_ONCE }, () => askInTurn(ctx, rows)));
  return count;
}

type Page = { url: string; textIds: string[] };

async function askInTurn(ctx: Ctx, pages: Page[]): Promise<void> {
  for (let page = pages.shift(); page; page = pages.shift()) {
    const { url, textIds } = page;
    const { result, status } = await askSite(url);
    await ctx.db.$executeRaw`
      update article_link set result = ${result}, status = ${status}::int, checked_at = ${ctx.now},
        broken_since = case when ${result} <> 'ok' then coalesce(broken_since, ${ctx.now}) end
      where text_id = any(${textIds}::uuid[]) and url = ${url}`;
  }
}
