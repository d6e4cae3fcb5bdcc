import { conflict, notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import { bumpEpoch } from "./bump-epoch.server";
import { assertAdministers } from "./policy";
import "./policy-events";

/** Takes a policy out of every choice; tickets under it get the next that fits. Not while a contract includes it. */
export function archivePolicy(ctx: Ctx, policyId: string): Promise<void> {
  assertAdministers(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const [policy] = await ctx.db.$queryRaw<{ archivedAt: Date | null }[]>`
      select archived_at as "archivedAt" from sla_policy where id = ${policyId}::uuid for update`;
    if (!policy) throw notFound();
    if (policy.archivedAt) return;
    const contract = await ctx.db.contract.findFirst({
      where: { policyId, archivedAt: null },
      orderBy: { name: "asc" },
      select: { name: true },
    });
    if (contract) throw conflict("sla:policy.error.inContract", { contract: contract.name });
    await ctx.db.slaPolicy.updateMany({ where: { id: policyId }, data: { archivedAt: ctx.now } });
    await bumpEpoch(ctx);
    await recordEvent(ctx, "sla_policy.archived", {}, { policyId });
  });
}
