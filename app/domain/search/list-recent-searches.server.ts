import type { Ctx } from "~/platform/ctx.server";
import { requireStaffActor } from "./view-policy";

const SHOWN = 8;

/** What an agent searched for last, the newest first. */
export async function listRecentSearches(ctx: Ctx): Promise<string[]> {
  const { personId } = requireStaffActor(ctx.actor);
  const rows = await ctx.db.recentSearch.findMany({
    where: { personId },
    orderBy: [{ at: "desc" }, { query: "asc" }],
    take: SHOWN,
    select: { query: true },
  });
  return rows.map(({ query }) => query);
}
