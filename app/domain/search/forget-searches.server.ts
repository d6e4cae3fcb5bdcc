import type { Ctx } from "~/platform/ctx.server";
import { requireStaffActor } from "./view-policy";

/** Forgets what an agent searched for. */
export async function forgetSearches(ctx: Ctx): Promise<void> {
  const { personId } = requireStaffActor(ctx.actor);
  await ctx.db.recentSearch.deleteMany({ where: { personId } });
}
