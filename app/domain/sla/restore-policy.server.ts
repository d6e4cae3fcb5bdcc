import { conflict, notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import { bumpEpoch } from "./bump-epoch.server";
import { checkReferences } from "./internal/check-references.server";
import { assertAdministers } from "./policy";
import "./policy-events";
import { policyRules } from "./schema";

/** Puts an archived policy back in its place, unless what it refers to has gone meanwhile: then it is changed first. */
export function restorePolicy(ctx: Ctx, policyId: string): Promise<void> {
  assertAdministers(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const [policy] = await ctx.db.$queryRaw<{ archivedAt: Date | null; rules: unknown }[]>`
      select p.archived_at as "archivedAt", v.rules from sla_policy p
      join sla_policy_version v on v.policy_id = p.id and v.version = p.version
      where p.id = ${policyId}::uuid for update of p`;
    if (!policy) throw notFound();
    if (!policy.archivedAt) return;
    const dead = await checkReferences(ctx, policyRules.parse(policy.rules));
    if (Object.keys(dead).length) throw conflict("sla:policy.error.deadReferences");
    await ctx.db.slaPolicy.updateMany({ where: { id: policyId }, data: { archivedAt: null } });
    await bumpEpoch(ctx);
    await recordEvent(ctx, "sla_policy.restored", {}, { policyId });
  });
}
