import type { Ctx } from "~/platform/ctx.server";
import { listCalendarUses } from "./internal/list-calendar-uses.server";
import { assertKeepsCalendars } from "./policy";
import { storedRules, type StoredRules } from "./stored-rules";

export type CalendarLine = {
  id: string;
  name: string;
  isDefault: boolean;
  builtIn: boolean;
  archived: boolean;
  rules: StoredRules;
  /** policies, teams, members of staff, routing rules */
  uses: number;
};

/** Every calendar with its newest rules: the company's own first, archived ones last. Two statements, however many. */
export async function listCalendarsForAdmin(ctx: Ctx): Promise<CalendarLine[]> {
  assertKeepsCalendars(ctx.actor);
  const rows = await ctx.db.$queryRaw<(Omit<CalendarLine, "rules" | "uses"> & { rules: unknown })[]>`
    select c.id, c.name, c.is_default as "isDefault", c.built_in as "builtIn", c.archived_at is not null as archived,
      v.rules
    from calendar c join calendar_version v on v.calendar_id = c.id and v.version = c.version
    order by c.archived_at is not null, c.is_default desc, c.built_in, c.name, c.id`;
  const uses = new Map<string, number>();
  for (const { calendarId } of await listCalendarUses(
    ctx,
    rows.map(({ id }) => id),
  ))
    // prettier-ignore
    uses.set(calendarId, (uses.get(calendarId) ?? 0) + 1);
  return rows.map((row) => ({ ...row, rules: storedRules.parse(row.rules), uses: uses.get(row.id) ?? 0 }));
}
