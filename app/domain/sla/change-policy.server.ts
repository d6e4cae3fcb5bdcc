import { conflict, invalid, notFound } from "~/lib/errors";
import { newId } from "~/lib/id";
import { actorPersonId, type Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import { bumpEpoch } from "./bump-epoch.server";
import { checkReferences } from "./internal/check-references.server";
import { assertAdministers } from "./policy";
import "./policy-events";
import type { PolicyForm } from "./policy-form";

/**
 * Writes a policy's next version; `version` is the one the form was made from, and another in the meantime is a conflict.
 * Earlier versions stay as they were: closed cycles keep the one they ran under.
 */
export function changePolicy(
  ctx: Ctx,
  policyId: string,
  { name, rules, version }: PolicyForm & { version: number },
): Promise<{ version: number }> {
  assertAdministers(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const policies = await ctx.db.$queryRaw<{ id: string; name: string; version: number }[]>`
      select id, name, version from sla_policy where id = ${policyId}::uuid or name = ${name} order by id for update`;
    const policy = policies.find(({ id }) => id === policyId);
    if (!policy) throw notFound();
    if (policy.version !== version)
      throw conflict("sla:policy.error.changedMeanwhile", {
        version: policy.version,
        name: await whoSaved(ctx, policyId, policy.version),
      });
    const dead = await checkReferences(ctx, rules);
    if (policies.some((other) => other.id !== policyId)) dead.name = "sla:policy.error.nameTaken";
    if (Object.keys(dead).length) throw invalid("common:error.checkFields", dead);

    const next = version + 1;
    await ctx.db.slaPolicy.updateMany({ where: { id: policyId }, data: { name, version: next } });
    await ctx.db.slaPolicyVersion.create({
      data: { id: newId(ctx.now.getTime()), policyId, version: next, rules, at: ctx.now, byId: actorPersonId(ctx) },
    });
    await bumpEpoch(ctx);
    await recordEvent(ctx, "sla_policy.changed", {}, { policyId, version: next });
    return { version: next };
  });
}

async function whoSaved(ctx: Ctx, policyId: string, version: number): Promise<string> {
  const [row] = await ctx.db.$queryRaw<{ name: string }[]>`
    select p.name from sla_policy_version v join person p on p.id = v.by_id
    where v.policy_id = ${policyId}::uuid and v.version = ${version}`;
  return row?.name ?? "Sportello";
}
