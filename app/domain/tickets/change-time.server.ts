import { dayIn } from "~/domain/sla/contract-period";
import type { ChangeTimeForm } from "~/domain/sla/time-entry-schema";
import { conflict, forbidden } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { touch } from "~/platform/live.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { drawTime, lockEntry, stretchOf } from "./internal/time-entries.server";
import { requireStaffActor } from "./policy";

/**
 * Changes an entry of one's own (administrators: anybody's) that is still at the form's version, else the conflict
 * `contracts:error.changed`. Contract, rate and currency stay as they were when it was logged; its draw follows. A timer
 * that still runs is ended with the time given.
 */
export function changeTime(ctx: Ctx, number: number, entryId: string, form: ChangeTimeForm): Promise<void> {
  const actor = requireStaffActor(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const entry = await lockEntry(ctx, actor, number, entryId);
    if (entry.personId !== actor.personId && actor.role !== "administrator") throw forbidden();
    if (entry.version !== form.version) throw conflict("contracts:error.changed");
    const sameDay = form.on === dayIn(ctx.timeZone, entry.startedAt);
    const startedAt = sameDay ? entry.startedAt : stretchOf(ctx, form).startedAt;
    const endedAt = new Date(startedAt.getTime() + form.spent * 1_000);
    const { billable, note, spent: seconds } = form;
    await ctx.db.$executeRaw`
      update time_entry e set started_at = ${startedAt}, ended_at = ${endedAt}, seconds = ${seconds},
        billable = ${billable}, note = ${note}, version = version + 1,
        rate = case when e.ended_at is null
          then coalesce((select hourly_rate from agent_profile where person_id = e.person_id), 0) else e.rate end
      where id = ${entry.id}::uuid`;
    await drawTime(ctx, { ...entry, billable, seconds });
    const about = { ticketId: entry.ticketId };
    if (entry.endedAt)
      await recordEvent(ctx, "ticket.time_changed", about, { entryId, seconds, billable, from: entry.seconds });
    else await recordEvent(ctx, "ticket.time_logged", about, { entryId, seconds, billable });
    touch(ctx, `ticket:${entry.ticketId}`);
  });
}
