import type { Ctx } from "~/platform/ctx.server";

/** Whether the person follows the topic; null for a stranger, who cannot. */
export async function findTopicFollowing(ctx: Ctx, topicId: string): Promise<boolean | null> {
  if (ctx.actor.kind !== "person") return null;
  const { personId } = ctx.actor;
  return (await ctx.db.topicFollower.count({ where: { topicId, personId } })) > 0;
}

/** The same for news. */
export async function findNewsFollowing(ctx: Ctx, newsId: string): Promise<boolean | null> {
  if (ctx.actor.kind !== "person") return null;
  const { personId } = ctx.actor;
  return (await ctx.db.newsFollower.count({ where: { newsId, personId } })) > 0;
}
