import type { Ctx } from "~/platform/ctx.server";
import type { CategoryNode } from "./article-views";
import { requireStaff } from "./policy";

/** All categories, each before what lies in it and in the order of its siblings, archived ones included. */
export async function listCategoryTree(ctx: Ctx): Promise<CategoryNode[]> {
  requireStaff(ctx.actor);
  return ctx.db.$queryRaw<CategoryNode[]>`
    with recursive tree as (
      select c.*, 1 as level, array[c.position] as place, array[c.id] as path from article_category c where c.parent_id is null
      union all
      select c.*, tree.level + 1, tree.place || c.position, tree.path || c.id
      from tree join article_category c on c.parent_id = tree.id
    ), filled as (
      select category_id, count(*)::int as articles from article where deleted_at is null group by category_id
    )
    select t.id::text as id, t.parent_id::text as "parentId", t.level, t.position, t.slug, t.names, t.descriptions,
      t.icon, t.needs_review as "needsReview", t.archived_at as "archivedAt", coalesce(f.articles, 0) as articles
    from tree t left join filled f on f.category_id = t.id
    order by t.place, t.path`;
}
