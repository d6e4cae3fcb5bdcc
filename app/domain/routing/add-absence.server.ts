import { invalid } from "~/lib/errors";
import { newId } from "~/lib/id";
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

/** Plans an absence: by the person, the lead of a team of theirs, or an administrator. Absences of a person never overlap. */
export async function addAbsence(ctx: Ctx, personId: string, form: AbsenceForm): Promise<{ absenceId: string }> {
  await assertPlansFor(ctx, personId, { own: true });
  const period = readPeriod(form, await zoneOf(ctx, personId), ctx.now);
  return inTransaction(ctx, async (ctx) => {
    await lockProfile(ctx, personId);
    const { standInId, note } = form;
    await checkAbsence(ctx, personId, { ...period, standInId }, null);
    const absenceId = newId(ctx.now.getTime());
    const added = await ctx.db.$executeRaw`
      insert into absence (id, person_id, stand_in_id, "from", "to", note)
      values (${absenceId}::uuid, ${personId}::uuid, ${standInId}::uuid, ${period.from}, ${period.to}, ${note})
      on conflict on constraint absence_one_at_a_time do nothing`;
    if (!added) throw invalid("common:error.checkFields", { firstDay: "agents:error.absenceOverlap" });
    await recordEvent(ctx, "agent.absence_added", { personId }, { absenceId, standInId });
    await wakeQueues(ctx, { personIds: [personId, standInId].filter((id) => id !== null) });
    return { absenceId };
  });
}
