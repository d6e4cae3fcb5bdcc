import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { getSettings } from "~/platform/settings.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";

const BATCH = 20;
const DAY = 86_400_000;

/** Deletes for good, with their conversations, the tickets that lay in the bin for the days of the setting. */
export async function purgeBin(ctx: Ctx): Promise<{ purged: number }> {
  const { binDays } = await getSettings(ctx, "tickets");
  const before = new Date(ctx.now.getTime() - binDays * DAY);
  for (let purged = 0; ;) {
    const count = await purgeBatch(ctx, before);
    purged += count;
    if (count < BATCH) return { purged };
  }
}

function purgeBatch(ctx: Ctx, before: Date): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    const rows = await ctx.db.$queryRaw<{ id: string; number: number }[]>`
      delete from ticket where id in (
        select id from ticket where deleted_at <= ${before} order by id limit ${BATCH} for update skip locked)
      returning id, number`;
    for (const { id, number } of rows) await recordEvent(ctx, "ticket.purged", { ticketId: id }, { number });
    return rows.length;
  });
}
