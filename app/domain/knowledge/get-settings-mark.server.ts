import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { requireStaff } from "./policy";

/**
 * A mark of what an article's settings say: kind, category, readers, owner and the day to look it over. Another mark means
 * that somebody changed them since.
 */
export async function getSettingsMark(ctx: Ctx, articleId: string): Promise<string> {
  requireStaff(ctx.actor);
  const [row] = await ctx.db.$queryRaw<{ mark: string }[]>`
    select md5(json_build_array(a.kind, a.category_id, a.audience, a.owner_id, extract(epoch from a.review_by),
      (select json_agg(o.organization_id order by o.organization_id) from article_organization o
       where o.article_id = a.id))::text) as mark
    from article a where a.id = ${articleId}::uuid`;
  if (!row) throw notFound();
  return row.mark;
}
