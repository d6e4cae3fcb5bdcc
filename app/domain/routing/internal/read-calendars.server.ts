import { alwaysOpen } from "~/domain/calendars/always-open";
import type { CompiledCalendar } from "~/domain/calendars/compile-calendar";
import { isRemembered, rememberCalendar } from "~/domain/calendars/remember-calendar";
import type { CalendarRules } from "~/domain/calendars/schema";
import type { Ctx } from "~/platform/ctx.server";

/** The compiled calendars of versions; only those that this process has not seen lately are read. */
export async function readCalendars(
  ctx: Ctx,
  versionIds: readonly (string | null)[],
): Promise<(versionId: string | null) => CompiledCalendar> {
  const wanted = new Set(versionIds.filter((id) => id !== null));
  const unknown = [...wanted].filter((id) => !isRemembered(id));
  const rows = unknown.length
    ? await ctx.db.$queryRaw<{ id: string; rules: CalendarRules }[]>`
        select id, rules from calendar_version where id = any(${unknown}::uuid[])`
    : [];
  const rules = new Map(rows.map(({ id, rules }) => [id, rules]));
  const calendars = new Map(
    [...wanted].map((id) => {
      const given = rules.get(id);
      return [id, rememberCalendar(id, () => given ?? missing(id))];
    }),
  );
  return (id) => (id === null ? alwaysOpen : (calendars.get(id) ?? alwaysOpen));
}

function missing(id: string): never {
  throw new Error(`there is no calendar version ${id}`);
}
