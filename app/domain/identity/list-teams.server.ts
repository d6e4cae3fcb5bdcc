import type { Ctx } from "~/platform/ctx.server";
import { teamMark } from "./internal/read-team.server";
import { assertManagesPeople } from "./policy";

type Named = { id: string; name: string };

export type TeamDetails = {
  id: string;
  name: string;
  lead: Named | null;
  manager: Named | null;
  calendar: Named | null;
  members: Named[];
  queues: Named[];
  archivedAt: Date | null;
  /** Names this state; a form sends it back. */
  mark: string;
};

type Row = Omit<TeamDetails, "mark">;

/** Every team with its people, hours and queues for the administrators' screens, archived ones last. One statement. */
export async function listTeams(ctx: Ctx): Promise<TeamDetails[]> {
  assertManagesPeople(ctx.actor);
  const rows = await ctx.db.$queryRaw<Row[]>`
    select t.id, t.name, t.archived_at as "archivedAt",
      case when l.id is not null then json_build_object('id', l.id, 'name', l.name) end as lead,
      case when g.id is not null then json_build_object('id', g.id, 'name', g.name) end as manager,
      case when c.id is not null then json_build_object('id', c.id, 'name', c.name) end as calendar,
      coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name) order by p.name, p.id)
        from team_member m join person p on p.id = m.person_id where m.team_id = t.id), '[]') as members,
      coalesce((select json_agg(json_build_object('id', q.id, 'name', q.name) order by q.position)
        from queue q where q.team_id = t.id and q.archived_at is null), '[]') as queues
    from team t left join person l on l.id = t.lead_id left join person g on g.id = t.manager_id
      left join calendar c on c.id = t.calendar_id
    order by t.archived_at is not null, t.name, t.id`;
  return rows.map((row) => ({
    ...row,
    mark: teamMark({
      name: row.name,
      leadId: row.lead?.id ?? null,
      managerId: row.manager?.id ?? null,
      calendarId: row.calendar?.id ?? null,
      members: row.members.map(({ id }) => id),
    }),
  }));
}
