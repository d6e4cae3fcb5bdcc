import { forbidden, notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { visibleNews } from "./visible-news.server";

/** Whoever is signed in and sees the news gets a mail with each update of it, or no more. Twice is as once. */
export async function followNews(ctx: Ctx, newsId: string, follow: boolean): Promise<void> {
  if (ctx.actor.kind !== "person") throw forbidden();
  const { personId } = ctx.actor;
  if (!follow) return void (await ctx.db.newsFollower.deleteMany({ where: { newsId, personId } }));
  const [seen] = await ctx.db.$queryRaw<{ slug: string }[]>(Prisma.sql`
    select n.slug from news n where n.id = ${newsId}::uuid and ${visibleNews(ctx)}`);
  if (!seen) throw notFound();
  await ctx.db.newsFollower.createMany({ data: { newsId, personId, at: ctx.now }, skipDuplicates: true });
}
