import { contentMark } from "~/lib/content-mark.server";
import type { Ctx } from "~/platform/ctx.server";

/** A team as its form shows it; members by id, in order. */
export type TeamContent = {
  name: string;
  leadId: string | null;
  managerId: string | null;
  calendarId: string | null;
  members: string[];
};

export async function readTeam(ctx: Ctx, teamId: string): Promise<TeamContent | null> {
  const [team] = await ctx.db.$queryRaw<TeamContent[]>`
    select t.name, t.lead_id as "leadId", t.manager_id as "managerId", t.calendar_id as "calendarId",
      array(select m.person_id from team_member m where m.team_id = t.id order by m.person_id) as members
    from team t where t.id = ${teamId}::uuid`;
  return team ?? null;
}

export const teamMark = ({ name, leadId, managerId, calendarId, members }: TeamContent): string =>
  contentMark([name, leadId, managerId, calendarId, members.toSorted()]);
