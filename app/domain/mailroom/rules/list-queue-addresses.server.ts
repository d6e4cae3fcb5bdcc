import { assertAdministers } from "~/domain/routing/policy";
import type { Ctx } from "~/platform/ctx.server";

/** Every address of ours that takes mail, patterns included, by queue. */
export async function listQueueAddresses(ctx: Ctx): Promise<string[]> {
  assertAdministers(ctx.actor);
  const rows = await ctx.db.queueAddress.findMany({
    where: { queue: { archivedAt: null } },
    orderBy: [{ queue: { position: "asc" } }, { primary: "desc" }, { address: "asc" }],
    select: { address: true },
  });
  return rows.map(({ address }) => address.toLowerCase());
}
