import type { Ctx } from "~/platform/ctx.server";
import type { PriorityWeights } from "./profile-schema";

/** How many places a ticket of each priority takes. */
export async function getPriorityWeights(ctx: Ctx): Promise<PriorityWeights> {
  const rows = await ctx.db.priorityWeight.findMany({ select: { priority: true, weight: true } });
  const of = (priority: string) => rows.find((row) => row.priority === priority)?.weight ?? 1;
  return { urgent: of("urgent"), high: of("high"), normal: of("normal"), low: of("low") };
}
