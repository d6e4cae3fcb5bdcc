import { coveringContracts } from "~/domain/sla/contract-sql.server";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { requireStaffActor } from "./policy";
import { visibleTickets } from "./visible.server";

/** What a ticket's form offers; what the ticket has already is always among it. */
export type TicketCoverChoices = {
  assetId: string | null;
  contractId: string | null;
  /** The organization's, at most 200. */
  assets: { id: string; name: string; serial: string }[];
  /** Those in whose period the ticket was opened, which cover its organization or one of these assets. */
  contracts: { id: string; number: string; name: string }[];
};

const list = (rows: Prisma.Sql) => Prisma.sql`(select coalesce(json_agg(listed), '[]') from (${rows}) listed)`;

/** Assets and contracts that a ticket the agent sees may be given. */
export async function listCoverForTicket(ctx: Ctx, number: number): Promise<TicketCoverChoices> {
  requireStaffActor(ctx.actor);
  const [row] = await ctx.db.$queryRaw<TicketCoverChoices[]>`
    select t.asset_id as "assetId", t.contract_id as "contractId",
      ${list(Prisma.sql`select a.id, a.name, a.serial from asset a
        where a.id = t.asset_id or (a.organization_id = t.organization_id and a.archived_at is null)
        order by a.name, a.id limit 200`)} as assets,
      ${list(Prisma.sql`select c.id, c.number, c.name from contract c
        where c.id = t.contract_id or (c.archived_at is null and c.starts_at <= t.created_at and c.ends_at > t.created_at
          and (c.id in (select covering.id from (${coveringContracts(Prisma.sql`t.asset_id`, Prisma.sql`t.organization_id`)}) covering)
            or c.id in (select ca.contract_id from contract_asset ca join asset a on a.id = ca.asset_id
              where a.organization_id = t.organization_id)))
        order by c.number, c.id limit 100`)} as contracts
    from ticket t where t.number = ${number}::int and ${visibleTickets(ctx.actor)}`;
  return row ?? { assetId: null, contractId: null, assets: [], contracts: [] };
}
