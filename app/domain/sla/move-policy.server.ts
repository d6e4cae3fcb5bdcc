import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import { bumpEpoch } from "./bump-epoch.server";
import { assertAdministers } from "./policy";
import "./policy-events";

/**
 * Moves a policy among those in use: one place up (-1) or down (1), or to a place counted from 0. The first whose
 * conditions hold is a ticket's own, so every open ticket is looked at again; nothing happens where it already stands.
 */
export function movePolicy(ctx: Ctx, policyId: string, move: { by: -1 | 1 } | { to: number }): Promise<void> {
  assertAdministers(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    await ctx.db.$queryRaw`select id from sla_policy order by id for no key update`;
    const policies = await ctx.db.slaPolicy.findMany({
      where: { OR: [{ archivedAt: null }, { id: policyId }] },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      select: { id: true },
    });
    const before = policies.map(({ id }) => id);
    const from = before.indexOf(policyId);
    if (from < 0) throw notFound();
    const to = Math.min(Math.max("by" in move ? from + move.by : move.to, 0), before.length - 1);
    if (to === from) return;
    const rest = before.filter((id) => id !== policyId);
    const after = [...rest.slice(0, to), policyId, ...rest.slice(to)];
    await ctx.db.$executeRaw`
      update sla_policy set position = listed.position from unnest(${after}::uuid[]) with ordinality listed (id, position)
      where sla_policy.id = listed.id and sla_policy.position <> listed.position`;
    await bumpEpoch(ctx);
    await recordEvent(ctx, "sla_policy.moved", {}, { policyId });
  });
}
