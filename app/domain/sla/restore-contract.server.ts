import { conflict, notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./contract-events";
import { lockContractTickets } from "./internal/lock-contract-tickets.server";
import { markClocksStale } from "./mark-clocks-stale.server";
import { assertAdministers } from "./policy";

/** Brings an archived contract back; not while the policy it includes is archived. */
export function restoreContract(ctx: Ctx, contractId: string): Promise<void> {
  assertAdministers(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    await lockContractTickets(ctx, contractId);
    const [contract] = await ctx.db.$queryRaw<{ archivedAt: Date | null; policyId: string | null }[]>`
      select archived_at as "archivedAt", policy_id as "policyId" from contract where id = ${contractId}::uuid for update`;
    if (!contract) throw notFound();
    if (!contract.archivedAt) return;
    const policies = await ctx.db.$queryRaw<{ archivedAt: Date | null }[]>`
      select archived_at as "archivedAt" from sla_policy where id = ${contract.policyId}::uuid for key share`;
    if (policies[0]?.archivedAt) throw conflict("contracts:error.policy");
    await ctx.db.contract.updateMany({
      where: { id: contractId },
      data: { archivedAt: null, version: { increment: 1 } },
    });
    await markClocksStale(ctx, Prisma.sql`t.contract_id = ${contractId}::uuid`);
    await recordEvent(ctx, "contract.restored", {}, { contractId });
  });
}
