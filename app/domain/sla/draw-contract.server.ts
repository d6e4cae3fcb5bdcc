import type { ContractUnit } from "~/generated/prisma/enums";
import { newId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { inTransaction } from "~/platform/transaction.server";
import "./contract-events";
import { isEmpty, isLow } from "./contract-state";
import { usedOf } from "./contract-sql.server";
import { noticeOnce } from "./notice-once.server";

/** What is taken: a ticket counts one, time its seconds. A second call for the same thing replaces the first. */
export type Draw = { contractId: string; ticketId: string } & (
  { tickets: 1 } | { timeEntryId: string; seconds: number }
);

/**
 * Draws from a contract, whatever is left: every ticket and every billable stretch of time is written down, and counts
 * when the contract is measured in it. Draws of one contract follow one another, so that the administrators hear once of
 * a fifth left and once of nothing left.
 */
export function drawContract(ctx: Ctx, draw: Draw): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const counts = "tickets" in draw ? Prisma.sql`'tickets'` : Prisma.sql`'hours'`;
    const [contract] = await ctx.db.$queryRaw<{ unit: ContractUnit }[]>`
      select unit from contract where id = ${draw.contractId}::uuid and unit = ${counts}::contract_unit for no key update`;
    await write(ctx, draw);
    if (contract) await tellWhatIsLeft(ctx, draw.contractId);
  });
}

async function write(ctx: Ctx, draw: Draw): Promise<void> {
  const id = newId(ctx.now.getTime());
  const { contractId, ticketId } = draw;
  if ("tickets" in draw)
    await ctx.db.$executeRaw`
      insert into contract_draw (id, contract_id, ticket_id, tickets, at)
      select ${id}::uuid, ${contractId}::uuid, ${ticketId}::uuid, 1, ${ctx.now}
      where not exists (select from contract_draw d where d.ticket_id = ${ticketId}::uuid
        and d.contract_id = ${contractId}::uuid and d.time_entry_id is null)`;
  else
    await ctx.db.$executeRaw`
      insert into contract_draw (id, contract_id, ticket_id, time_entry_id, seconds, at)
      values (${id}::uuid, ${contractId}::uuid, ${ticketId}::uuid, ${draw.timeEntryId}::uuid, ${draw.seconds}, ${ctx.now})
      on conflict (time_entry_id) do update set seconds = excluded.seconds, contract_id = excluded.contract_id`;
}

/** Reads after the lock: everything drawn before is there. */
async function tellWhatIsLeft(ctx: Ctx, contractId: string): Promise<void> {
  const [contract] = await ctx.db.$queryRaw<{ unit: ContractUnit; entitled: number; used: number; endsAt: Date }[]>`
    select c.unit, c.entitled, ${usedOf(Prisma.sql`c`)} as used, c.ends_at as "endsAt"
    from contract c where c.id = ${contractId}::uuid`;
  if (!contract || !isLow(contract)) return;
  await noticeOnce(ctx, contractId, contract.endsAt, isEmpty(contract) ? "empty" : "low");
}
