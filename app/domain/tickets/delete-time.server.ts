import { conflict, forbidden } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { touch } from "~/platform/live.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { lockEntry } from "./internal/time-entries.server";
import { requireStaffActor } from "./policy";

/**
 * Removes an entry of one's own (administrators: anybody's) that is still at `version`, a running timer too; what it drew
 * from a contract comes back.
 */
export function deleteTime(ctx: Ctx, number: number, entryId: string, version: number): Promise<void> {
  const actor = requireStaffActor(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const entry = await lockEntry(ctx, actor, number, entryId);
    if (entry.personId !== actor.personId && actor.role !== "administrator") throw forbidden();
    if (entry.version !== version) throw conflict("contracts:error.changed");
    await ctx.db.timeEntry.deleteMany({ where: { id: entry.id } });
    const { seconds, billable } = entry;
    await recordEvent(ctx, "ticket.time_deleted", { ticketId: entry.ticketId }, { entryId, seconds, billable });
    touch(ctx, `ticket:${entry.ticketId}`);
  });
}
