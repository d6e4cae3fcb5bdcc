import { Prisma } from "~/platform/db.server";
import { coveringContracts, usedOf } from "./contract-sql.server";

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
