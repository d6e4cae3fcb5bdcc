import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./contract-events";

/** A contract entered long after its end is nobody's news. */
const NEWS_HOURS = 31 * 24;

/**
 * Tells the administrators which contracts end in so many days, or have ended: the nearest of the contract's notice days
 * that is reached, each once per period, however many workers run it.
 */
export function noticeContracts(ctx: Ctx): Promise<{ told: number }> {
  return inTransaction(ctx, async (ctx) => {
    const rows = await ctx.db.$queryRaw<{ contractId: string; code: string }[]>`
      insert into contract_notice (contract_id, code, ends_at, at)
      select due.id, due.code, due.ends_at, ${ctx.now} from (
        select c.id, c.ends_at, case when c.ends_at <= ${ctx.now} then 'ended' else 'days:' || (
          select min(days) from unnest(c.notice_days) days where c.ends_at <= ${ctx.now}::timestamptz + make_interval(hours => 24 * days)
        ) end as code
        from contract c
        where c.archived_at is null and c.ends_at > ${ctx.now}::timestamptz - make_interval(hours => ${NEWS_HOURS}::int)
          and c.ends_at <= ${ctx.now}::timestamptz + make_interval(hours => 24 * 365)
        order by c.id
      ) due where due.code is not null
      on conflict do nothing returning contract_id as "contractId", code`;
    for (const { contractId, code } of rows) {
      const [name, days] = code.split(":");
      if (name === "days")
        await recordEvent(ctx, "contract.notice", {}, { contractId, code: "days", days: Number(days) });
      else await recordEvent(ctx, "contract.notice", {}, { contractId, code: "ended" });
    }
    return { told: rows.length };
  });
}
