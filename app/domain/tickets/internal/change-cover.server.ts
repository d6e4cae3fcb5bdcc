import { drawContract } from "~/domain/sla/draw-contract.server";
import { coveringContracts } from "~/domain/sla/contract-sql.server";
import { findContract, type FoundContract } from "~/domain/sla/find-contract.server";
import { invalid } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import type { LockedTicket } from "./locked-ticket.server";
import type { Changes } from "./ticket-changes";

export type Cover = Pick<LockedTicket, "assetId" | "contractId">;

/**
 * Which asset and contract the ticket has after the changes. An asset in use of the ticket's organization; a contract
 * that covers asset or organization and in whose period the ticket was opened. Another asset keeps the contract if that
 * covers it too, else takes the one found for it, unless a contract is asked for.
 */
export async function chooseCover(ctx: Ctx, ticket: LockedTicket, changes: Changes): Promise<Cover> {
  const { assetId = ticket.assetId, contractId = ticket.contractId } = changes;
  const newAsset = assetId !== ticket.assetId;
  const newContract = contractId !== ticket.contractId;
  if (!newAsset && !newContract) return { assetId, contractId };
  const facts = await readFacts(ctx, ticket, assetId, contractId);
  if (newAsset && assetId && !facts.assetFits)
    throw invalid("common:error.checkFields", { assetId: "contracts:error.asset" });
  if (newContract) {
    if (contractId && !facts.contractFits)
      throw invalid("common:error.checkFields", { contractId: "contracts:error.notCovering" });
    return { assetId, contractId };
  }
  if (contractId && facts.contractFits) return { assetId, contractId };
  return { assetId, contractId: facts.found && !facts.found.ended ? facts.found.id : null };
}

type CoverFacts = { assetFits: boolean; contractFits: boolean; found: FoundContract | null };

async function readFacts(
  ctx: Ctx,
  ticket: LockedTicket,
  assetId: string | null,
  contractId: string | null,
): Promise<CoverFacts> {
  const asset = Prisma.sql`${assetId}::uuid`;
  const organization = Prisma.sql`${ticket.organizationId}::uuid`;
  const opened = Prisma.sql`${ticket.createdAt}::timestamptz`;
  const [row] = await ctx.db.$queryRaw<CoverFacts[]>`
    select
      exists (select from asset a where a.id = ${asset} and a.archived_at is null
        and (${organization} is null or a.organization_id is null or a.organization_id = ${organization})) as "assetFits",
      exists (select from contract c where c.id = ${contractId}::uuid and (c.archived_at is null or c.id = ${ticket.contractId}::uuid)
        and c.starts_at <= ${opened} and c.ends_at > ${opened}
        and c.id in (select covering.id from (${coveringContracts(asset, organization)}) covering)) as "contractFits",
      ${findContract(asset, organization, opened)} as found`;
  if (!row) throw new Error("cover facts are always one row");
  return row;
}

/** The ticket counts against its new contract instead of the old one; time that was logged stays where it was drawn. */
export async function moveTicketDraw(ctx: Ctx, ticketId: string, contractId: string | null): Promise<void> {
  await ctx.db.contractDraw.deleteMany({ where: { ticketId, timeEntryId: null } });
  if (contractId) await drawContract(ctx, { contractId, ticketId, tickets: 1 });
}
