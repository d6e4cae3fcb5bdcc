import { invalid } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import type { ContractForm } from "../contract-schema";

type Missing = { number: boolean; policy: boolean; organizations: number; assets: number; foreign: number };

/**
 * Refuses, at its field, a number that another contract has, and a policy, organization or asset that is archived or
 * none. An asset of an organization that the contract does not name is refused too, if the contract names any. What the
 * contract had before may stay. Holds the policy against being archived meanwhile.
 */
export async function checkContract(ctx: Ctx, contractId: string, form: ContractForm): Promise<void> {
  if (form.policyId) await ctx.db.$queryRaw`select 1 from sla_policy where id = ${form.policyId}::uuid for key share`;
  const [row] = await ctx.db.$queryRaw<Missing[]>`
    select exists (select from contract where number = ${form.number} and id <> ${contractId}::uuid) as number,
      ${form.policyId}::uuid is not null and not exists (
        select from sla_policy p where p.id = ${form.policyId}::uuid and (p.archived_at is null
          or exists (select from contract c where c.id = ${contractId}::uuid and c.policy_id = p.id))) as policy,
      (select count(*)::int from unnest(${form.organizationIds}::uuid[]) given (id)
        where not exists (select from organization o where o.id = given.id)) as organizations,
      (select count(*)::int from unnest(${form.assetIds}::uuid[]) given (id)
        where not exists (select from asset a where a.id = given.id and (a.archived_at is null
          or exists (select from contract_asset ca where ca.contract_id = ${contractId}::uuid and ca.asset_id = a.id)))) as assets,
      (select count(*)::int from asset a where a.id = any(${form.assetIds}::uuid[])
        and cardinality(${form.organizationIds}::uuid[]) > 0
        and a.organization_id <> all(${form.organizationIds}::uuid[])) as foreign`;
  const wrong: Record<string, string> = {};
  if (row?.number) wrong.number = "contracts:error.number";
  if (row?.policy) wrong.policyId = "contracts:error.policy";
  if (row?.organizations) wrong.organizationIds = "contracts:error.organization";
  if (row?.assets) wrong.assetIds = "contracts:error.asset";
  else if (row?.foreign) wrong.assetIds = "contracts:error.foreignAsset";
  if (Object.keys(wrong).length) throw invalid("common:error.checkFields", wrong);
}

/** Writes whom and what a contract covers, and answers whether that differs from before. */
export async function writeCover(ctx: Ctx, contractId: string, form: ContractForm): Promise<boolean> {
  const gone = await ctx.db.$executeRaw`
    with organizations as (delete from contract_organization
      where contract_id = ${contractId}::uuid and organization_id <> all(${form.organizationIds}::uuid[]) returning 1
    ), assets as (delete from contract_asset
      where contract_id = ${contractId}::uuid and asset_id <> all(${form.assetIds}::uuid[]) returning 1)
    select from organizations union all select from assets`;
  const organizations = await ctx.db.contractOrganization.createMany({
    data: form.organizationIds.map((organizationId) => ({ contractId, organizationId })),
    skipDuplicates: true,
  });
  const assets = await ctx.db.contractAsset.createMany({
    data: form.assetIds.map((assetId) => ({ contractId, assetId })),
    skipDuplicates: true,
  });
  return gone + organizations.count + assets.count > 0;
}
