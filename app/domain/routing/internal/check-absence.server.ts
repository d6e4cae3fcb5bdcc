import { invalid } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";

type Planned = { from: Date; to: Date; standInId: string | null };

/**
 * Refuses a stand-in who is the person or no active member of staff, and a period in which the person is away already.
 * The caller holds the person's profile, so that absences of one person are written one after the other.
 */
export async function checkAbsence(
  ctx: Ctx,
  personId: string,
  { from, to, standInId }: Planned,
  absenceId: string | null,
): Promise<void> {
  if (standInId === personId) throw invalid("common:error.checkFields", { standInId: "agents:error.ownStandIn" });
  if (standInId) {
    const staff = await ctx.db.person.count({
      where: { id: standInId, role: { not: "customer" }, deactivatedAt: null },
    });
    if (!staff) throw invalid("common:error.checkFields", { standInId: "agents:error.notStaff" });
  }
  const overlapping = await ctx.db.absence.count({
    where: { personId, id: absenceId ? { not: absenceId } : undefined, from: { lt: to }, to: { gt: from } },
  });
  if (overlapping) throw invalid("common:error.checkFields", { firstDay: "agents:error.absenceOverlap" });
}
