import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { ALWAYS_OPEN_ID } from "./built-in";
import { compileVersion, type VersionRow } from "./internal/compile-version";
import type { LoadedCalendar } from "./loaded-calendar";

/**
 * The newest version of a calendar, compiled once per process. Null asks for the company's own hours: the default
 * calendar, else "24 × 7".
 */
export async function loadCalendar(ctx: Ctx, calendarId: string | null): Promise<LoadedCalendar> {
  const which = calendarId
    ? Prisma.sql`c.id = ${calendarId}::uuid`
    : Prisma.sql`c.is_default or c.id = ${ALWAYS_OPEN_ID}::uuid`;
  const [row] = await ctx.db.$queryRaw<VersionRow[]>`
    select c.id as "calendarId", v.id as "versionId", v.version, v.rules
    from calendar c join calendar_version v on v.calendar_id = c.id and v.version = c.version
    where ${which} order by c.is_default desc limit 1`;
  if (!row) throw notFound();
  return compileVersion(row);
}
