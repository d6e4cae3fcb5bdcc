import type { Ctx } from "~/platform/ctx.server";
import { assertAdministers } from "./policy";

/** The regions that members of staff have, most used first: suggestions for a form. */
export async function listUsedRegions(ctx: Ctx): Promise<string[]> {
  assertAdministers(ctx.actor);
  const rows = await ctx.db.$queryRaw<{ region: string }[]>`
    select region from agent_profile, unnest(regions) as region group by region order by count(*) desc, region limit 40`;
  return rows.map(({ region }) => region);
}
