import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { compileVersion, type VersionRow } from "./internal/compile-version";
import type { LoadedCalendar } from "./loaded-calendar";

/** One version of a calendar, which a clock ran under. */
export async function loadCalendarVersion(ctx: Ctx, versionId: string): Promise<LoadedCalendar> {
  const [row] = await ctx.db.$queryRaw<VersionRow[]>`
    select calendar_id as "calendarId", id as "versionId", version, rules
    from calendar_version where id = ${versionId}::uuid`;
  if (!row) throw notFound();
  return compileVersion(row);
}
