import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { settleClocks } from "./internal/settle-clocks.server";
import { touchTicket } from "./internal/touch-ticket.server";
import { wakeSweep } from "./internal/wake-sweep.server";

const BATCH = 200;
/** A ticket that somebody holds is settled by whoever holds it, or here a moment later. */
const AGAIN = 2_000;

type Alarm = { id: string; at: Date; ticketId: string };
type Row = { id: string; queueId: string; requesterId: string; assigneeId: string | null };

/**
 * Fires every warning, breach and step of a ladder whose time has come, each exactly once, and has itself run again when
 * the next one of this minute is due. Any number may run at once.
 */
export async function sweepAlarms(ctx: Ctx): Promise<{ swept: number }> {
  let swept = 0;
  let skipped = false;
  for (let after: Alarm | null = null; ;) {
    const due: Alarm[] = await listDue(ctx, after);
    after = due.at(-1) ?? null;
    if (!after) break;
    const ticketIds = [...new Set(due.map(({ ticketId }) => ticketId))];
    const settled = await settleAll(ctx, ticketIds);
    swept += settled;
    skipped ||= settled < ticketIds.length;
    if (due.length < BATCH) break;
  }
  const [next] = await ctx.db.$queryRaw<{ at: Date }[]>`
    select next_alarm_at as at from sla_target
    where met_at is null and cancelled_at is null and next_alarm_at > ${ctx.now}
      and next_alarm_at < '9999-12-31T00:00:00Z' order by next_alarm_at limit 1`;
  const again = skipped ? ctx.now.getTime() + AGAIN : Infinity;
  await wakeSweep(ctx, Math.min(again, next?.at.getTime() ?? Infinity));
  return { swept };
}

/** By keyset: alarms that are held back for a while stay in the list. */
const listDue = (ctx: Ctx, after: Alarm | null): Promise<Alarm[]> => ctx.db.$queryRaw<Alarm[]>`
  select id, next_alarm_at as at, ticket_id as "ticketId" from sla_target
  where met_at is null and cancelled_at is null and next_alarm_at < '9999-12-31T00:00:00Z'
    and next_alarm_at <= ${ctx.now}
    and (next_alarm_at, id) > (${after?.at ?? new Date(0)}::timestamptz,
      ${after?.id ?? "00000000-0000-0000-0000-000000000000"}::uuid)
  order by next_alarm_at, id limit ${BATCH}`;

function settleAll(ctx: Ctx, ticketIds: readonly string[]): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    const rows = await ctx.db.$queryRaw<Row[]>`
      select id, queue_id as "queueId", requester_id as "requesterId", assignee_id as "assigneeId" from ticket
      where id = any(${[...ticketIds]}::uuid[]) order by id for no key update skip locked`;
    await settleClocks(
      ctx,
      rows.map(({ id }) => ({ id, before: null })),
    );
    for (const row of rows) touchTicket(ctx, row);
    return rows.length;
  });
}
