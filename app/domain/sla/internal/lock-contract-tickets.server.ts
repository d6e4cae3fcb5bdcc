import type { Ctx } from "~/platform/ctx.server";

/**
 * Holds the open tickets of a contract until the transaction ends. Asked before the contract itself is held: commands on
 * tickets hold a ticket first and draw from its contract then.
 */
export async function lockContractTickets(ctx: Ctx, contractId: string): Promise<void> {
  await ctx.db.$queryRaw`
    select id from ticket where contract_id = ${contractId}::uuid and deleted_at is null
      and state not in ('solved', 'closed') order by id for no key update`;
}
