import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { assertReadsContracts } from "./contract-policy";
import type { ContractDetails, CoveredAsset } from "./contract-views";
import { contractRow, readContractRows } from "./internal/contract-rows.server";

/** A contract with whom and what it covers and what is left of it, or 404. For staff. */
export async function getContract(ctx: Ctx, contractId: string): Promise<ContractDetails> {
  assertReadsContracts(ctx.actor);
  const [[stored], assets] = await Promise.all([
    readContractRows(ctx, Prisma.sql`where c.id = ${contractId}::uuid`, 1_000),
    ctx.db.$queryRaw<CoveredAsset[]>`
      select a.id, a.name, a.serial, o.name as organization
      from contract_asset ca join asset a on a.id = ca.asset_id left join organization o on o.id = a.organization_id
      where ca.contract_id = ${contractId}::uuid order by a.name, a.id`,
  ]);
  if (!stored) throw notFound();
  const { key: _key, organizationCount: _count, ...row } = contractRow(stored, ctx.now);
  return { ...row, noticeDays: stored.noticeDays, notes: stored.notes, version: stored.version, assets };
}
