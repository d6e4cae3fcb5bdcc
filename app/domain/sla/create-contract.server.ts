import { newId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./contract-events";
import type { ContractForm } from "./contract-schema";
import { contractColumns } from "./internal/contract-columns";
import { checkContract, writeCover } from "./internal/contract-cover.server";
import { assertAdministers } from "./policy";

/** A new contract. It counts for tickets opened from now on; those that are there are given it by hand. */
export function createContract(ctx: Ctx, form: ContractForm): Promise<{ contractId: string }> {
  assertAdministers(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    await ctx.db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`contract ${form.number}`}, 0))`;
    const contractId = newId(ctx.now.getTime());
    await checkContract(ctx, contractId, form);
    await ctx.db.contract.create({ data: { id: contractId, ...contractColumns(form) }, select: { id: true } });
    await writeCover(ctx, contractId, form);
    await recordEvent(ctx, "contract.created", {}, { contractId });
    return { contractId };
  });
}
