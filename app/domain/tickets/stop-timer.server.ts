import { isForgotten } from "~/domain/sla/timer";
import { conflict } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { endEntry, findRunning, lockTimer } from "./internal/time-entries.server";
import { requireStaffActor } from "./policy";

export type StoppedTimer = {
  entryId: string;
  seconds: number;
  /** It ran for more than twelve hours and still does: the entry must be given its length. */
  forgotten: boolean;
};

/**
 * Stops the actor's timer on a ticket and keeps its time. After more than twelve hours it goes on and `forgotten` asks
 * how long the work took (`changeTime` ends it then). No timer of the actor there: the conflict `contracts:error.noTimer`.
 */
export function stopTimer(ctx: Ctx, number: number): Promise<StoppedTimer> {
  const actor = requireStaffActor(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    await lockTimer(ctx, actor.personId);
    const running = await findRunning(ctx, actor.personId);
    if (running?.number !== number) throw conflict("contracts:error.noTimer");
    if (isForgotten(running.startedAt, ctx.now)) return { entryId: running.id, seconds: 0, forgotten: true };
    const seconds = await endEntry(ctx, running);
    const { id: entryId, ticketId, billable } = running;
    await recordEvent(ctx, "ticket.time_logged", { ticketId }, { entryId, seconds, billable });
    return { entryId, seconds, forgotten: false };
  });
}
