import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { lockCalendar } from "./internal/lock-calendars.server";
import { assertKeepsCalendars } from "./policy";

/** Offers an archived calendar again. */
export function restoreCalendar(ctx: Ctx, calendarId: string): Promise<void> {
  assertKeepsCalendars(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    if (!(await lockCalendar(ctx, calendarId)).archived) return;
    await ctx.db.calendar.update({ where: { id: calendarId }, data: { archivedAt: null }, select: { id: true } });
    await recordEvent(ctx, "calendar.restored", {}, { calendarId });
  });
}
