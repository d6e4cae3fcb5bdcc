import type { CompiledCalendar } from "~/domain/calendars/compile-calendar";
import type { Ctx } from "~/platform/ctx.server";
import { EFFECTIVE_HOURS } from "./internal/effective-hours.server";
import { readCalendars } from "./internal/read-calendars.server";

/** The hours by which each of these people works: own, else the oldest team's, else the company's, else always. */
export async function readAgentHours(
  ctx: Ctx,
  personIds: readonly string[],
): Promise<(personId: string) => CompiledCalendar> {
  const rows = await ctx.db.$queryRaw<{ personId: string; versionId: string | null }[]>`
    select a.person_id as "personId", hours.version_id as "versionId"
    from (select p.id as person_id, ap.calendar_id from person p left join agent_profile ap on ap.person_id = p.id
          where p.id = any(${[...personIds]}::uuid[])) a
    ${EFFECTIVE_HOURS}`;
  const calendarOf = await readCalendars(
    ctx,
    rows.map(({ versionId }) => versionId),
  );
  const versions = new Map(rows.map(({ personId, versionId }) => [personId, versionId]));
  return (personId) => calendarOf(versions.get(personId) ?? null);
}
