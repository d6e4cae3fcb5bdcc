import type { Ctx } from "~/platform/ctx.server";
import type { CalendarUse } from "../calendar-use";

/**
 * Who uses these calendars now: policies in their newest version, teams, members of staff, and the newest routing rules.
 * Archived policies and teams, deactivated people and older versions do not count. One statement for all calendars.
 */
export async function listCalendarUses(ctx: Ctx, calendarIds: readonly string[]): Promise<CalendarUse[]> {
  if (!calendarIds.length) return [];
  return ctx.db.$queryRaw<CalendarUse[]>`
    with asked as (select unnest(${calendarIds}::uuid[]) as id)
    select asked.id as "calendarId", 'policy' as kind, p.id, p.name
      from asked, sla_policy p join sla_policy_version v on v.policy_id = p.id and v.version = p.version
      where p.archived_at is null and strpos(v.rules::text, asked.id::text) > 0
    union all
    select asked.id, 'team', t.id, t.name from asked join team t on t.calendar_id = asked.id where t.archived_at is null
    union all
    select asked.id, 'agent', p.id, p.name
      from asked join agent_profile a on a.calendar_id = asked.id join person p on p.id = a.person_id
      where p.deactivated_at is null
    union all
    select asked.id, 'rules', null, null from asked, (select rules from rule_set order by version desc limit 1) newest
      where strpos(newest.rules::text, asked.id::text) > 0
    order by 1, 2, 4, 3`;
}
