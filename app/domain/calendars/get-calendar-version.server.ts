import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { assertKeepsCalendars } from "./policy";
import { storedRules, type StoredRules } from "./stored-rules";

export type CalendarVersionDetails = {
  name: string;
  newest: number;
  version: number;
  at: Date;
  byName: string | null;
  rules: StoredRules;
};

/** What a calendar said in one of its versions. */
export async function getCalendarVersion(
  ctx: Ctx,
  calendarId: string,
  version: number,
): Promise<CalendarVersionDetails> {
  assertKeepsCalendars(ctx.actor);
  const [row] = await ctx.db.$queryRaw<(Omit<CalendarVersionDetails, "rules"> & { rules: unknown })[]>`
    select c.name, c.version as newest, v.version, v.at, p.name as "byName", v.rules
    from calendar_version v join calendar c on c.id = v.calendar_id left join person p on p.id = v.by_id
    where v.calendar_id = ${calendarId}::uuid and v.version = ${version}`;
  if (!row) throw notFound();
  return { ...row, rules: storedRules.parse(row.rules) };
}
