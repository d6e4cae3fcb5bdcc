import type { Ctx } from "~/platform/ctx.server";
import { compileVersion, type VersionRow } from "./internal/compile-version";
import type { LoadedCalendar } from "./loaded-calendar";

/** The newest versions of several calendars by the calendar's id; unknown ids are left out. */
export async function loadCalendars(ctx: Ctx, calendarIds: readonly string[]): Promise<Map<string, LoadedCalendar>> {
  if (!calendarIds.length) return new Map();
  const rows = await ctx.db.$queryRaw<VersionRow[]>`
    select c.id as "calendarId", v.id as "versionId", v.version, v.rules
    from calendar c join calendar_version v on v.calendar_id = c.id and v.version = c.version
    where c.id = any(${calendarIds}::uuid[])`;
  return new Map(rows.map((row) => [row.calendarId, compileVersion(row)]));
}
