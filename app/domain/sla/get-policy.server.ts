import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { assertAdministers } from "./policy";
import { type PolicyRules, policyRules } from "./schema";

export type PolicyView = { id: string; name: string; version: number; archivedAt: Date | null; rules: PolicyRules };

/** A policy as its newest version says. */
export async function getPolicy(ctx: Ctx, policyId: string): Promise<PolicyView> {
  assertAdministers(ctx.actor);
  const [row] = await ctx.db.$queryRaw<(Omit<PolicyView, "rules"> & { rules: unknown })[]>`
    select p.id, p.name, p.version, p.archived_at as "archivedAt", v.rules from sla_policy p
    join sla_policy_version v on v.policy_id = p.id and v.version = p.version
    where p.id = ${policyId}::uuid`;
  if (!row) throw notFound();
  return { ...row, rules: policyRules.parse(row.rules) };
}
