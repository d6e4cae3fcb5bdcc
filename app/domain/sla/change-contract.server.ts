import { conflict, notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./contract-events";
import type { ContractForm } from "./contract-schema";
import { isEmpty, isLow } from "./contract-state";
import { coveringContracts, usedOf } from "./contract-sql.server";
import { contractColumns } from "./internal/contract-columns";
import { checkContract, writeCover } from "./internal/contract-cover.server";
import { lockContractTickets } from "./internal/lock-contract-tickets.server";
import { noticeOnce } from "./notice-once.server";
import { markClocksStale } from "./mark-clocks-stale.server";
import { assertAdministers } from "./policy";

/** Changes of these reach the clocks of the contract's open tickets. */
const TIMED = ["startsAt", "endsAt", "policyId"] as const;

/**
 * Changes a contract that is still at `version`, else the conflict `contracts:error.changed`. Open tickets that it no
 * longer covers, or that were opened outside the new period, lose it; the clocks of all its open tickets are recomputed
 * when period, policy or cover differ. Tickets that it newly covers are given it by hand. Answers the version that holds.
 */
export function changeContract(
  ctx: Ctx,
  contractId: string,
  version: number,
  form: ContractForm,
): Promise<{ version: number }> {
  assertAdministers(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    await ctx.db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`contract ${form.number}`}, 0))`;
    await lockContractTickets(ctx, contractId);
    // Its own lock waits for tickets that are just being opened.
    await ctx.db.$queryRaw`select id from contract where id = ${contractId}::uuid for update`;
    const before = await ctx.db.contract.findUnique({ where: { id: contractId } });
    if (!before) throw notFound();
    if (before.version !== version) throw conflict("contracts:error.changed");
    await checkContract(ctx, contractId, form);
    const columns = contractColumns(form);
    const fields = (Object.keys(columns) as (keyof typeof columns)[]).filter((key) =>
      differs(before[key], columns[key]),
    );
    const covered = await writeCover(ctx, contractId, form);
    if (!fields.length && !covered) return { version };
    await ctx.db.contract.updateMany({ where: { id: contractId }, data: { ...columns, version: version + 1 } });
    if (covered || TIMED.some((field) => fields.includes(field))) {
      await markClocksStale(ctx, Prisma.sql`t.contract_id = ${contractId}::uuid`);
      await loseTickets(ctx, contractId);
    }
    await tellWhatIsLeft(ctx, contractId);
    const data = { contractId, fields: covered ? [...fields, "cover"] : fields };
    await recordEvent(ctx, "contract.changed", {}, data);
    return { version: version + 1 };
  });
}

const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);

/** Open tickets outside period or cover; what they took as tickets is given back, time that was worked stays drawn. */
async function loseTickets(ctx: Ctx, contractId: string): Promise<void> {
  await ctx.db.$executeRaw`
    with lost as (
      update ticket t set contract_id = null
      from contract c
      where c.id = ${contractId}::uuid and t.contract_id = c.id and t.deleted_at is null and t.state not in ('solved', 'closed')
        and not (t.created_at >= c.starts_at and t.created_at < c.ends_at and exists (
          select from (${coveringContracts(Prisma.sql`t.asset_id`, Prisma.sql`t.organization_id`)}) covering
          where covering.id = c.id))
      returning t.id)
    delete from contract_draw d using lost
    where d.ticket_id = lost.id and d.contract_id = ${contractId}::uuid and d.time_entry_id is null`;
}

/** A smaller entitlement or another unit may leave little at once, another period nothing. */
async function tellWhatIsLeft(ctx: Ctx, contractId: string): Promise<void> {
  const [contract] = await ctx.db.$queryRaw<
    { unit: ContractForm["unit"]; entitled: number; used: number; endsAt: Date; lasts: boolean }[]
  >`
    select c.unit, c.entitled, ${usedOf(Prisma.sql`c`)} as used, c.ends_at as "endsAt", c.ends_at > ${ctx.now} as lasts
    from contract c where c.id = ${contractId}::uuid`;
  if (contract && !contract.lasts) await noticeOnce(ctx, contractId, contract.endsAt, "ended");
  else if (contract && isLow(contract))
    await noticeOnce(ctx, contractId, contract.endsAt, isEmpty(contract) ? "empty" : "low");
}
