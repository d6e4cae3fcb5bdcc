import { conflict } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { lockCalendar } from "./internal/lock-calendars.server";
import { assertKeepsCalendars } from "./policy";

/** Makes a calendar the company's own: used wherever nobody chose another. An archived one is refused. */
export function makeCalendarDefault(ctx: Ctx, calendarId: string): Promise<void> {
  assertKeepsCalendars(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const calendar = await lockCalendar(ctx, calendarId);
    if (calendar.archived) throw conflict("calendars:error.archived");
    if (calendar.isDefault) return;
    await ctx.db.calendar.updateMany({ where: { isDefault: true }, data: { isDefault: false } });
    await ctx.db.calendar.update({ where: { id: calendarId }, data: { isDefault: true }, select: { id: true } });
    await recordEvent(ctx, "calendar.default_changed", {}, { calendarId });
  });
}
