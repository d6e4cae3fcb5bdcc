import { Prisma } from "~/platform/db.server";

/** Ids of the contracts that cover an asset (rank 0) or an organization (rank 1), whatever their period. */
export function coveringContracts(asset: Prisma.Sql, organization: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    select ca.contract_id as id, 0 as rank from contract_asset ca where ca.asset_id = ${asset}
    union all
    select co.contract_id, 1 from contract_organization co where co.organization_id = ${organization}
      and not exists (select from contract_asset own where own.contract_id = co.contract_id)`;
}

/** What was drawn from the contract row of that alias, in its own unit, as far as an integer counts. */
export function usedOf(alias: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`least(coalesce((
    select case ${alias}.unit when 'hours' then sum(d.seconds) else sum(d.tickets) end
    from contract_draw d where d.contract_id = ${alias}.id), 0), 2147483647)::int`;
}
