import { isWorking } from "~/domain/calendars/is-working";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import type { AgentHours, AgentState, HoursSource } from "../agent-views";
import { EFFECTIVE_HOURS } from "./effective-hours.server";
import { readCalendars } from "./read-calendars.server";

type Row = Omit<AgentState, "hours"> & {
  versionId: string | null;
  source: HoursSource;
  hoursTeam: string | null;
  calendarId: string | null;
  calendarName: string | null;
  timeZone: string | null;
};

/** Reads the active members of staff `p` that `where` names. Two statements however many; one when their hours are known. */
export async function readAgents(ctx: Ctx, where: Prisma.Sql): Promise<AgentState[]> {
  const rows = await ctx.db.$queryRaw<Row[]>(statement(ctx.now, where));
  const calendarOf = await readCalendars(
    ctx,
    rows.map(({ versionId }) => versionId),
  );
  return rows.map(({ versionId, source, hoursTeam, calendarId, calendarName, timeZone, ...agent }) => {
    const hours: AgentHours = {
      source,
      team: source === "team" ? hoursTeam : null,
      calendar: calendarId ? { id: calendarId, name: calendarName ?? "", timeZone: timeZone ?? "UTC" } : null,
      openNow: isWorking(calendarOf(versionId), ctx.now),
    };
    return { ...agent, hours };
  });
}

/** Who never had a profile has the one a new colleague gets. */
const statement = (now: Date, where: Prisma.Sql) => Prisma.sql`
  select p.id, p.name, p.role::text as role, p.locale as "ownLanguage", a.presence, a.presence_at as "presenceAt",
    a.auto_away as "autoAway", a.capacity, a.load, a.languages, a.regions,
    coalesce((select json_agg(json_build_object('id', s.id, 'name', s.name, 'level', k.level) order by k.level desc, s.name)
      from agent_skill k join skill s on s.id = k.skill_id and s.archived_at is null where k.person_id = p.id), '[]') as skills,
    coalesce((select json_agg(json_build_object('id', t.id, 'name', t.name) order by t.name)
      from team_member m join team t on t.id = m.team_id and t.archived_at is null where m.person_id = p.id), '[]') as teams,
    away."to" as "absentUntil", away.stand_in as "standIn",
    hours.version_id as "versionId", hc.id as "calendarId", hc.name as "calendarName", hv.rules ->> 'timeZone' as "timeZone",
    first_team.name as "hoursTeam",
    case when hours.version_id is null then 'always' when hc.id = a.calendar_id then 'own'
      when first_team.name is not null then 'team' else 'company' end as source
  from person p
  cross join lateral (
    select p.id as person_id, ap.calendar_id, coalesce(ap.presence, 'away')::text as presence, ap.presence_at,
      coalesce(ap.auto_away, true) as auto_away, coalesce(ap.capacity, 12) as capacity, coalesce(ap.load, 0) as load,
      coalesce(ap.languages, '{}') as languages, coalesce(ap.regions, '{}') as regions
    from (select 1) one left join agent_profile ap on ap.person_id = p.id) a
  ${EFFECTIVE_HOURS}
  left join calendar_version hv on hv.id = hours.version_id
  left join calendar hc on hc.id = hv.calendar_id
  left join lateral (
    select te.name from team_member tm join team te on te.id = tm.team_id and te.archived_at is null
      join calendar tc on tc.id = te.calendar_id and tc.archived_at is null
    where tm.person_id = p.id order by te.id limit 1) first_team on true
  left join lateral (
    select ab."to", si.name as stand_in from absence ab left join person si on si.id = ab.stand_in_id
    where ab.person_id = p.id and ab."from" <= ${now}::timestamptz and ab."to" > ${now}::timestamptz limit 1) away on true
  where p.role <> 'customer' and p.deactivated_at is null and p.id in (${where})
  order by p.name, p.id`;
