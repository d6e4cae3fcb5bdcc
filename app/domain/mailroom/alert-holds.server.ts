import "~/domain/mail/events";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";

const AT_ONCE = 200;

/**
 * Says once of every mail that has waited for four working hours that it is overdue; answers how many. Whoever says it
 * marks the row in the same transaction, so a restart or a second worker says nothing again.
 */
export function alertHolds(ctx: Ctx): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    const rows = await ctx.db.$queryRaw<{ inboundId: string; queueId: string | null }[]>`
      update mail_hold set alerted_at = ${ctx.now}
      where inbound_id in (
        select inbound_id from mail_hold
        where decided_at is null and alerted_at is null and alert_at <= ${ctx.now}
        order by alert_at limit ${AT_ONCE}::int for update skip locked)
      returning inbound_id::text as "inboundId", queue_id::text as "queueId"`;
    for (const data of rows) await recordEvent(ctx, "mail.held_overdue", {}, data);
    return rows.length;
  });
}
