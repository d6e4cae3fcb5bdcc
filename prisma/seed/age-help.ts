import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";

/** Spreads what one import wrote over the `days` since, as if articles had come one after the other. */
export async function ageTexts(ctx: Ctx, days: number): Promise<void> {
  const shift = Prisma.sql`(select a.id, (row_number() over (order by a.id) * 37 % ${days - 40}) * interval '1 day'
    + (row_number() over (order by a.id) * 53 % 600) * interval '1 minute' as later from article a)`;
  const ofText = Prisma.sql`(select t.id, s.later
    + case when t.locale = a.source_locale then interval '0' else interval '6 days' end as later
    from ${shift} s join article a on a.id = s.id join article_text t on t.article_id = s.id)`;
  await ctx.db.$executeRaw`
    update article a set created_at = created_at + s.later, activity_at = activity_at + s.later from ${shift} s where s.id = a.id`;
  await ctx.db.$executeRaw`
    update article_text t set published_at = published_at + s.later, updated_at = updated_at + s.later
    from ${ofText} s where s.id = t.id`;
  await ctx.db.$executeRaw`
    update article_version v set created_at = created_at + s.later from ${ofText} s where s.id = v.text_id`;
  await ctx.db.$executeRaw`
    update article_draft d set updated_at = updated_at + s.later from ${ofText} s where s.id = d.text_id`;
  await ctx.db.$executeRaw`
    update article_slug g set created_at = created_at + s.later from ${ofText} s where s.id = g.text_id`;
}
