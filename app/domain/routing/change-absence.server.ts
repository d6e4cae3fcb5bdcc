import { conflict, notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import { assertPlansFor } from "./assert-plans-for.server";
import { readPeriod } from "./absence-period";
import type { AbsenceForm } from "./absence-schema";
import "./events";
import { checkAbsence } from "./internal/check-absence.server";
import { lockProfile } from "./internal/lock-profile.server";
import { zoneOf } from "./internal/zone-of.server";
import { wakeQueues } from "./wake-queues.server";

/** Moves an absence that is not over, or changes who stands in. */
export async function changeAbsence(ctx: Ctx, personId: string, absenceId: string, form: AbsenceForm): Promise<void> {
  await assertPlansFor(ctx, personId, { own: true });
  const period = readPeriod(form, await zoneOf(ctx, personId), ctx.now);
  await inTransaction(ctx, async (ctx) => {
    await lockProfile(ctx, personId);
    const before = await ctx.db.absence.findFirst({
      where: { id: absenceId, personId },
      select: { to: true, standInId: true, handedAt: true },
    });
    if (!before) throw notFound();
    if (before.to <= ctx.now) throw conflict("agents:error.absencePast");
    const { standInId, note } = form;
    await checkAbsence(ctx, personId, { ...period, standInId }, absenceId);
    // Who has not left yet still has the work that is to be handed over.
    const handedAt = period.from > ctx.now ? null : before.handedAt;
    await ctx.db.absence.updateMany({ where: { id: absenceId }, data: { ...period, standInId, note, handedAt } });
    await recordEvent(ctx, "agent.absence_changed", { personId }, { absenceId, standInId });
    const concerned = [personId, standInId, before.standInId].filter((id) => id !== null);
    await wakeQueues(ctx, { personIds: [...new Set(concerned)] });
  });
}
