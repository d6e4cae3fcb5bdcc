import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { assertAdministers } from "./policy";
import { type PolicyRules, policyRules } from "./schema";

const PAGE = 10;

export type PolicyVersionRow = {
  id: string;
  version: number;
  at: Date;
  /** Who saved it; null for the product itself. */
  by: string | null;
  calendar: string | null;
  rules: PolicyRules;
};

/** `next` is the version before which the following page begins. */
export type PolicyHistory = { id: string; name: string; rows: PolicyVersionRow[]; next: number | null };

/** A policy's versions, newest first; `before` continues a page. */
export async function listPolicyVersions(ctx: Ctx, policyId: string, before: number | null): Promise<PolicyHistory> {
  assertAdministers(ctx.actor);
  const policy = await ctx.db.slaPolicy.findUnique({ where: { id: policyId }, select: { id: true, name: true } });
  if (!policy) throw notFound();
  const rows = await ctx.db.$queryRaw<(Omit<PolicyVersionRow, "rules"> & { rules: unknown })[]>`
    select v.id, v.version, v.at, p.name as "by", c.name as calendar, v.rules
    from sla_policy_version v
    left join person p on p.id = v.by_id
    left join calendar c on c.id::text = v.rules ->> 'calendarId'
    where v.policy_id = ${policyId}::uuid and v.version < ${before ?? 2_147_483_647}
    order by v.version desc limit ${PAGE + 1}`;
  const page = rows.slice(0, PAGE).map((row) => ({ ...row, rules: policyRules.parse(row.rules) }));
  return { ...policy, rows: page, next: rows.length > PAGE ? (page.at(-1)?.version ?? null) : null };
}
