import { forbidden, notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";

/** Whoever is signed in gets a mail with every news of the topic and of those below it, or no more. Twice is as once. */
export async function followTopic(ctx: Ctx, topicId: string, follow: boolean): Promise<void> {
  if (ctx.actor.kind !== "person") throw forbidden();
  const { personId } = ctx.actor;
  if (!follow) return void (await ctx.db.topicFollower.deleteMany({ where: { topicId, personId } }));
  const topic = await ctx.db.articleCategory.findFirst({
    where: { id: topicId, archivedAt: null },
    select: { id: true },
  });
  if (!topic) throw notFound();
  await ctx.db.topicFollower.createMany({ data: { topicId, personId, at: ctx.now }, skipDuplicates: true });
}
