import type { Ctx } from "~/platform/ctx.server";

export type CalendarChoice = { id: string; name: string; timeZone: string; isDefault: boolean };

/** The calendars that may be chosen: the company's own first, then by name, "24 × 7" last. */
export async function listCalendars(ctx: Ctx): Promise<CalendarChoice[]> {
  return ctx.db.$queryRaw<CalendarChoice[]>`
    select c.id, c.name, v.rules ->> 'timeZone' as "timeZone", c.is_default as "isDefault"
    from calendar c join calendar_version v on v.calendar_id = c.id and v.version = c.version
    where c.archived_at is null order by c.is_default desc, c.built_in, c.name, c.id`;
}
