import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./contract-events";
import { lockContractTickets } from "./internal/lock-contract-tickets.server";
import { markClocksStale } from "./mark-clocks-stale.server";
import { assertAdministers } from "./policy";

/** Takes a contract out of every choice and out of the notices. Tickets that have it keep it, but not its policy. */
export function archiveContract(ctx: Ctx, contractId: string): Promise<void> {
  assertAdministers(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    await lockContractTickets(ctx, contractId);
    const { count } = await ctx.db.contract.updateMany({
      where: { id: contractId, archivedAt: null },
      data: { archivedAt: ctx.now, version: { increment: 1 } },
    });
    if (!count) {
      if (await ctx.db.contract.findUnique({ where: { id: contractId }, select: { id: true } })) return;
      throw notFound();
    }
    await markClocksStale(ctx, Prisma.sql`t.contract_id = ${contractId}::uuid`);
    await recordEvent(ctx, "contract.archived", {}, { contractId });
  });
}
