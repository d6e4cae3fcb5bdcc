import type { Ctx } from "~/platform/ctx.server";

/** Takes an address for a category, for the tree's lock to hold: where it led to another one before, it does no more. */
export async function takeCategorySlug(ctx: Ctx, slug: string): Promise<void> {
  await ctx.db.articleCategorySlug.deleteMany({ where: { slug } });
}

/** Has an address that a category gives up lead on to it. */
export async function leaveCategorySlug(ctx: Ctx, categoryId: string, slug: string): Promise<void> {
  await ctx.db.$executeRaw`
    insert into article_category_slug (slug, category_id, created_at)
    values (${slug}, ${categoryId}::uuid, ${ctx.now})
    on conflict (slug) do update set category_id = excluded.category_id, created_at = excluded.created_at`;
}
