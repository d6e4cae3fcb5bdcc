import { Prisma } from "~/platform/db.server";

/**
 * The version of the calendar by which an agent works, as a lateral join on the profile `a`: the own one, else the oldest
 * team's that has one, else the company's; no row is "always". Gives `hours.version_id`.
 */
export const EFFECTIVE_HOURS = Prisma.sql`
  left join lateral (
    select v.id as version_id
    from calendar c join calendar_version v on v.calendar_id = c.id and v.version = c.version
    where c.id = coalesce(
      (select own.id from calendar own where own.id = a.calendar_id and own.archived_at is null),
      (select tc.id from team_member tm join team te on te.id = tm.team_id and te.archived_at is null
        join calendar tc on tc.id = te.calendar_id and tc.archived_at is null
        where tm.person_id = a.person_id order by te.id limit 1),
      (select dc.id from calendar dc where dc.is_default and dc.archived_at is null))
  ) hours on true`;
