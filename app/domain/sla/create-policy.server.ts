import { invalid } from "~/lib/errors";
import { newId } from "~/lib/id";
import { actorPersonId, type Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import { bumpEpoch } from "./bump-epoch.server";
import { checkReferences } from "./internal/check-references.server";
import { assertAdministers } from "./policy";
import "./policy-events";
import type { PolicyForm } from "./policy-form";

/** A new policy with its first version, last in order. Names are unique, also among archived ones. */
export function createPolicy(ctx: Ctx, { name, rules }: PolicyForm): Promise<{ policyId: string }> {
  assertAdministers(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const dead = await checkReferences(ctx, rules);
    if (Object.keys(dead).length) throw invalid("common:error.checkFields", dead);
    const policyId = newId(ctx.now.getTime());
    const { _max } = await ctx.db.slaPolicy.aggregate({ _max: { position: true } });
    const { count } = await ctx.db.slaPolicy.createMany({
      data: [{ id: policyId, name, position: (_max.position ?? 0) + 1 }],
      skipDuplicates: true,
    });
    if (!count) throw invalid("common:error.checkFields", { name: "sla:policy.error.nameTaken" });
    await ctx.db.slaPolicyVersion.create({
      data: { id: newId(ctx.now.getTime()), policyId, version: 1, rules, at: ctx.now, byId: actorPersonId(ctx) },
    });
    await bumpEpoch(ctx);
    await recordEvent(ctx, "sla_policy.created", {}, { policyId });
    return { policyId };
  });
}
