import { conflict } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import { assertPlansFor } from "./assert-plans-for.server";
import "./events";
import { lockProfile } from "./internal/lock-profile.server";
import { wakeQueues } from "./wake-queues.server";

/** Takes back an absence that is not over; one that is gone already is no error. */
export async function removeAbsence(ctx: Ctx, personId: string, absenceId: string): Promise<void> {
  await assertPlansFor(ctx, personId, { own: true });
  await inTransaction(ctx, async (ctx) => {
    await lockProfile(ctx, personId);
    const absence = await ctx.db.absence.findFirst({ where: { id: absenceId, personId }, select: { to: true } });
    if (!absence) return;
    if (absence.to <= ctx.now) throw conflict("agents:error.absencePast");
    await ctx.db.absence.deleteMany({ where: { id: absenceId } });
    await recordEvent(ctx, "agent.absence_removed", { personId }, { absenceId });
    await wakeQueues(ctx, { personId });
  });
}
