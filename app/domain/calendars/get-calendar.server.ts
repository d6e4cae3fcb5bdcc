import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import type { CalendarUse } from "./calendar-use";
import { listCalendarUses } from "./internal/list-calendar-uses.server";
import { assertKeepsCalendars } from "./policy";
import { storedRules, type StoredRules } from "./stored-rules";

export type CalendarVersionLine = { version: number; at: Date; byName: string | null };
export type CalendarDetails = {
  id: string;
  name: string;
  version: number;
  isDefault: boolean;
  builtIn: boolean;
  archived: boolean;
  rules: StoredRules;
  uses: CalendarUse[];
  /** newest first, at most 100 */
  history: CalendarVersionLine[];
};

/** A calendar with what its newest version says, who uses it and its history. */
export async function getCalendar(ctx: Ctx, calendarId: string): Promise<CalendarDetails> {
  assertKeepsCalendars(ctx.actor);
  const calendar = await ctx.db.calendar.findUnique({
    where: { id: calendarId },
    select: { id: true, name: true, version: true, isDefault: true, builtIn: true, archivedAt: true },
  });
  if (!calendar) throw notFound();
  const { archivedAt, ...row } = calendar;
  const [version, uses, history] = await Promise.all([
    ctx.db.calendarVersion.findUniqueOrThrow({
      where: { calendarId_version: { calendarId, version: calendar.version } },
      select: { rules: true },
    }),
    listCalendarUses(ctx, [calendarId]),
    ctx.db.$queryRaw<CalendarVersionLine[]>`
      select v.version, v.at, p.name as "byName" from calendar_version v left join person p on p.id = v.by_id
      where v.calendar_id = ${calendarId}::uuid order by v.version desc limit 100`,
  ]);
  return { ...row, archived: archivedAt !== null, rules: storedRules.parse(version.rules), uses, history };
}
