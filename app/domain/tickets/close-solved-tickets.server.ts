import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { getSettings } from "~/platform/settings.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { builtInStatusId } from "./states";
import type { LockedTicket } from "./internal/locked-ticket.server";
import { settleTickets } from "./internal/settle-tickets.server";
import { touchTicket } from "./internal/touch-ticket.server";

const BATCH = 100;
const DAY = 86_400_000;

type Row = Pick<LockedTicket, "id" | "queueId" | "requesterId" | "assigneeId" | "priority" | "solvedAt">;

/** Closes what has been solved for the days of the setting; a ticket somebody holds right now is left to the next run. */
export async function closeSolvedTickets(ctx: Ctx): Promise<{ closed: number }> {
  const { closeAfterDays } = await getSettings(ctx, "tickets");
  const before = new Date(ctx.now.getTime() - closeAfterDays * DAY);
  for (let closed = 0; ;) {
    const count = await closeBatch(ctx, before);
    closed += count;
    if (count < BATCH) return { closed };
  }
}

function closeBatch(ctx: Ctx, before: Date): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    const rows = await ctx.db.$queryRaw<Row[]>`
      update ticket set state = 'closed', status_id = ${builtInStatusId("closed")}::uuid, closed_at = ${ctx.now},
        activity_at = ${ctx.now}, public_at = ${ctx.now}, waiting_since = '9999-12-31T00:00:00Z'
      where id in (
        select id from ticket where state = 'solved' and deleted_at is null and solved_at <= ${before}
        order by id limit ${BATCH} for no key update skip locked)
      returning id, queue_id as "queueId", requester_id as "requesterId", assignee_id as "assigneeId",
        priority, solved_at as "solvedAt"`;
    for (const ticket of rows) {
      const about = { ticketId: ticket.id };
      await recordEvent(ctx, "ticket.state_changed", about, { from: "solved", to: "closed", cause: "timer" });
      touchTicket(ctx, ticket);
    }
    const was = { state: "solved", deletedAt: null, closedAt: null, activityAt: ctx.now } as const;
    await settleTickets(
      ctx,
      rows.map((row) => ({ id: row.id, before: { ...row, ...was } })),
    );
    return rows.length;
  });
}
