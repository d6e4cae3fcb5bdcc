import type { TimeEntryView } from "~/domain/sla/time-entry-views";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { type KeysetPage, PAGE_LIMIT, readPage, walk } from "~/platform/keyset.server";
import { entryColumns, type EntryRow, entryView } from "./internal/entry-view.server";
import { findVisibleTicket } from "./internal/find-visible-ticket.server";
import { requireStaffActor } from "./policy";

/** A page of the time spent on a ticket that the agent sees, newest first, running timers among it; or 404. */
export async function listTime(
  ctx: Ctx,
  number: number,
  after: string | null = null,
): Promise<KeysetPage<TimeEntryView>> {
  const actor = requireStaffActor(ctx.actor);
  const ticket = await findVisibleTicket(ctx, number);
  const [key, id] = [Prisma.sql`e.started_at`, Prisma.sql`e.id`];
  const page = await readPage(after, async (cursor) => {
    const { where, order } = walk(cursor, true, key, id);
    const rows = await ctx.db.$queryRaw<(EntryRow & { startedAt: Date })[]>`
      select ${entryColumns(actor)} where e.ticket_id = ${ticket.id}::uuid and ${where} order by ${order(key, id)} ${PAGE_LIMIT}`;
    return rows.map((row) => ({ ...row, key: row.startedAt }));
  });
  return { ...page, rows: page.rows.map((row) => entryView(row, actor, ctx.now)) };
}
