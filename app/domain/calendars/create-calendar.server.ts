import { newId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { addVersion } from "./internal/add-version.server";
import { assertNameFree } from "./internal/assert-name-free.server";
import { lockCalendars } from "./internal/lock-calendars.server";
import { assertKeepsCalendars } from "./policy";
import type { CalendarForm } from "./stored-rules";

/** A new calendar with its first version. */
export function createCalendar(ctx: Ctx, { name, rules }: CalendarForm): Promise<{ calendarId: string }> {
  assertKeepsCalendars(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    await lockCalendars(ctx);
    await assertNameFree(ctx, name);
    const calendarId = newId(ctx.now.getTime());
    await ctx.db.calendar.create({ data: { id: calendarId, name }, select: { id: true } });
    await addVersion(ctx, calendarId, 1, rules);
    await recordEvent(ctx, "calendar.created", {}, { calendarId });
    return { calendarId };
  });
}
