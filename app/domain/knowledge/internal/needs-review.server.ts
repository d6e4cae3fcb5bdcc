import type { Ctx } from "~/platform/ctx.server";

/** Whether the category, or one that it lies in, asks for a second pair of eyes. */
export async function categoryNeedsReview(ctx: Ctx, categoryId: string): Promise<boolean> {
  const [row] = await ctx.db.$queryRaw<{ needed: boolean | null }[]>`
    with recursive up as (
      select id, parent_id, needs_review from article_category where id = ${categoryId}::uuid
      union select c.id, c.parent_id, c.needs_review from article_category c join up on c.id = up.parent_id
    ) select bool_or(needs_review) as needed from up`;
  return row?.needed ?? false;
}
