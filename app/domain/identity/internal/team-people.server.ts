import { invalid } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import type { TeamForm } from "../team-schema";

/**
 * Refuses a lead, manager or new member who is no active member of staff, and a calendar that nobody can choose,
 * which is held against being archived meanwhile.
 */
export async function checkTeamForm(
  ctx: Ctx,
  { leadId, managerId, calendarId, members }: TeamForm,
  before: { calendarId: string | null; members: readonly string[] },
): Promise<void> {
  const added = members.filter((id) => !before.members.includes(id));
  const asked = [...added, leadId, managerId].filter((id) => id !== null);
  const staff = await ctx.db.person.findMany({
    where: { id: { in: asked }, role: { not: "customer" }, deactivatedAt: null },
    select: { id: true },
  });
  const isStaff = (id: string | null) => id === null || staff.some((person) => person.id === id);
  const errors: Record<string, string> = {};
  if (!isStaff(leadId)) errors.leadId = "agents:error.notStaff";
  if (!isStaff(managerId)) errors.managerId = "agents:error.notStaff";
  if (!added.every(isStaff)) errors.members = "agents:error.memberNotStaff";
  if (calendarId && calendarId !== before.calendarId) {
    const offered = await ctx.db.$queryRaw<unknown[]>`
      select 1 from calendar where id = ${calendarId}::uuid and archived_at is null for share`;
    if (!offered.length) errors.calendarId = "agents:error.noCalendar";
  }
  if (Object.keys(errors).length) throw invalid("common:error.checkFields", errors);
}

/** Makes exactly these the team's members. */
export async function writeTeamMembers(ctx: Ctx, teamId: string, members: readonly string[]): Promise<void> {
  await ctx.db.$executeRaw`
    delete from team_member where team_id = ${teamId}::uuid and person_id <> all(${members}::uuid[])`;
  await ctx.db.$executeRaw`
    insert into team_member (team_id, person_id) select ${teamId}::uuid, id from unnest(${members}::uuid[]) id
    on conflict do nothing`;
}
