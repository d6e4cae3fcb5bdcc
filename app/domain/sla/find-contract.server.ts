import { Prisma } from "~/platform/db.server";

/** What opening a ticket reads of the contract that covers it. */
export type FoundContract = {
  id: string;
  number: string;
  /** Over at that instant: it gives nothing any more and is only spoken of. */
  ended: boolean;
  endsAt: string;
  /** Within its period and nothing left. */
  empty: boolean;
};

/**
 * The one contract that covers an asset or an organization at an instant, as a JSON value of a statement (FoundContract
 * or null). Of several: one that lasts before one that ended, the asset's before the organization's, then the newest
 * start (of ended ones the latest end), then the id. A contract that lists assets covers these alone. Archived ones never.
 */
export function findContract(asset: Prisma.Sql, organization: Prisma.Sql, at: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    select json_build_object('id', c.id, 'number', c.number, 'ended', c.ends_at <= ${at}, 'endsAt', c.ends_at,
      'empty', c.ends_at > ${at} and c.unit <> 'unlimited' and ${usedOf(Prisma.sql`c`)} >= c.entitled)
    from (${coveringContracts(asset, organization)}) covering
    join contract c on c.id = covering.id
    where c.archived_at is null and c.starts_at <= ${at}
    order by c.ends_at > ${at} desc, covering.rank, case when c.ends_at > ${at} then c.starts_at else c.ends_at end desc, c.id
    limit 1)`;
}

/** Ids of the contracts that cover an asset (rank 0) or an organization (rank 1), whatever their period. */
export function coveringContracts(asset: Prisma.Sql, organization: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    select ca.contract_id as id, 0 as rank from contract_asset ca where ca.asset_id = ${asset}
    union all
    select co.contract_id, 1 from contract_organization co where co.organization_id = ${organization}
      and not exists (select from contract_asset own where own.contract_id = co.contract_id)`;
}

/** What was drawn from the contract row of that alias, in its own unit. */
export function usedOf(alias: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`coalesce((
    select case ${alias}.unit when 'hours' then sum(d.seconds) else sum(d.tickets) end
    from contract_draw d where d.contract_id = ${alias}.id), 0)::int`;
}
