import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";

export type CalendarRow = {
  id: string;
  name: string;
  version: number;
  isDefault: boolean;
  builtIn: boolean;
  archived: boolean;
};

/**
 * Lets one change of the calendars happen at a time, until the transaction ends: names stay unique and one is the
 * default without a caught error. Readers and those who merely refer to a calendar do not wait.
 */
export async function lockCalendars(ctx: Ctx): Promise<void> {
  await ctx.db.$executeRaw`lock table calendar in share row exclusive mode`;
}

/** The calendar, under the lock; one that does not exist is 404. */
export async function lockCalendar(ctx: Ctx, calendarId: string): Promise<CalendarRow> {
  await lockCalendars(ctx);
  const [row] = await ctx.db.$queryRaw<CalendarRow[]>`
    select id, name, version, is_default as "isDefault", built_in as "builtIn", archived_at is not null as archived
    from calendar where id = ${calendarId}::uuid for update`;
  if (!row) throw notFound();
  return row;
}
