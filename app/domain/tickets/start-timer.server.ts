import { isForgotten } from "~/domain/sla/timer";
import { conflict } from "~/lib/errors";
import { newId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { touch } from "~/platform/live.server";
import { getSettings } from "~/platform/settings.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { findVisibleTicket } from "./internal/find-visible-ticket.server";
import { endEntry, findRunning, lockTimer } from "./internal/time-entries.server";
import { authorize, requireStaffActor } from "./policy";

export type StartedTimer = {
  entryId: string;
  /** The ticket whose timer this start has ended. */
  stopped: number | null;
};

/**
 * Starts the actor's timer on a ticket; one that runs there already goes on. A timer on another ticket is stopped and
 * its time kept; after more than twelve hours that is the conflict `contracts:error.forgotten`, since only a person knows.
 */
export function startTimer(ctx: Ctx, number: number): Promise<StartedTimer> {
  const actor = requireStaffActor(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const ticket = await findVisibleTicket(ctx, number);
    authorize(ctx.actor, "ticket.logTime", ticket);
    await lockTimer(ctx, actor.personId);
    const running = await findRunning(ctx, actor.personId);
    if (running?.ticketId === ticket.id) return { entryId: running.id, stopped: null };
    if (running) {
      if (isForgotten(running.startedAt, ctx.now))
        throw conflict("contracts:error.forgotten", { number: running.number });
      const seconds = await endEntry(ctx, running);
      const { id: entryId, ticketId, billable } = running;
      await recordEvent(ctx, "ticket.time_logged", { ticketId }, { entryId, seconds, billable });
    }
    const { currency } = await getSettings(ctx, "company");
    const entryId = newId(ctx.now.getTime());
    await ctx.db.$executeRaw`
      insert into time_entry (id, ticket_id, person_id, contract_id, started_at, currency, created_at)
      select ${entryId}::uuid, t.id, ${actor.personId}::uuid, t.contract_id, ${ctx.now}, ${currency}, ${ctx.now}
      from ticket t where t.id = ${ticket.id}::uuid`;
    touch(ctx, `ticket:${ticket.id}`);
    return { entryId, stopped: running?.number ?? null };
  });
}
