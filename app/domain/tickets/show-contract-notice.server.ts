import { markClocksStale } from "~/domain/sla/mark-clocks-stale.server";
import "~/domain/sla/contract-events";
import { newId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { inTransaction } from "~/platform/transaction.server";
import { touch } from "~/platform/live.server";

/**
 * Hears that a contract has ended: its open tickets fall back to the policy they would have without it, and say so to
 * their agents. A repeat shows nothing twice.
 */
export function showContractNotice(ctx: Ctx, eventId: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const [contract] = await ctx.db.$queryRaw<{ id: string; number: string }[]>`
      select c.id, c.number from event e join contract c on c.id = (e.data ->> 'contractId')::uuid
      where e.id = ${eventId}::uuid and e.type = 'contract.notice' and e.data ->> 'code' = 'ended'
        and c.archived_at is null and c.ends_at <= ${ctx.now}`;
    if (!contract) return;
    await markClocksStale(ctx, Prisma.sql`t.contract_id = ${contract.id}::uuid`);
    const data = JSON.stringify({ contract: contract.number });
    const tickets = await ctx.db.$queryRaw<{ id: string }[]>`
      select t.id from ticket t where t.contract_id = ${contract.id}::uuid and t.deleted_at is null
        and t.state not in ('solved', 'closed') and not exists (select from ticket_banner b
          where b.ticket_id = t.id and b.code = 'contract_ended' and b.data = ${data}::jsonb)
      order by t.id`;
    await ctx.db.ticketBanner.createMany({
      data: tickets.map(({ id: ticketId }) => ({
        id: newId(ctx.now.getTime()),
        ticketId,
        code: "contract_ended",
        data: { contract: contract.number },
        at: ctx.now,
      })),
    });
    for (const { id } of tickets) touch(ctx, `ticket:${id}`);
  });
}
