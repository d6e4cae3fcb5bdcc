import { isId } from "~/lib/id";
import { notFound } from "~/lib/errors";
import type { TimeEntryView } from "~/domain/sla/time-entry-views";
import type { Ctx } from "~/platform/ctx.server";
import { entryColumns, type EntryRow, entryView } from "./internal/entry-view.server";
import { findVisibleTicket } from "./internal/find-visible-ticket.server";
import { requireStaffActor } from "./policy";

/** One entry of a ticket that the agent sees, or 404. */
export async function getTicketTimeEntry(ctx: Ctx, number: number, entryId: string): Promise<TimeEntryView> {
  const actor = requireStaffActor(ctx.actor);
  const ticket = await findVisibleTicket(ctx, number);
  if (!isId(entryId)) throw notFound();
  const [row] = await ctx.db.$queryRaw<EntryRow[]>`
    select ${entryColumns(actor)} where e.ticket_id = ${ticket.id}::uuid and e.id = ${entryId}::uuid`;
  if (!row) throw notFound();
  return entryView(row, actor, ctx.now);
}
