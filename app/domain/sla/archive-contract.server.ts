import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./contract-events";
import { assertAdministers } from "./policy";

/** Takes a contract out of every choice and out of the notices; tickets that have it keep it. */
export function archiveContract(ctx: Ctx, contractId: string): Promise<void> {
  assertAdministers(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const { count } = await ctx.db.contract.updateMany({
      where: { id: contractId, archivedAt: null },
      data: { archivedAt: ctx.now, version: { increment: 1 } },
    });
    if (count) await recordEvent(ctx, "contract.archived", {}, { contractId });
    else if (!(await ctx.db.contract.findUnique({ where: { id: contractId }, select: { id: true } }))) throw notFound();
  });
}
