import { conflict } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { listCalendarUses } from "./internal/list-calendar-uses.server";
import { lockCalendar } from "./internal/lock-calendars.server";
import { assertKeepsCalendars } from "./policy";

const NAMED = 5;

/**
 * Takes a calendar out of every choice. The default, the built-in one and one in use are refused, saying by whom; clocks
 * that ran under it keep it.
 */
export function archiveCalendar(ctx: Ctx, calendarId: string): Promise<void> {
  assertKeepsCalendars(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const calendar = await lockCalendar(ctx, calendarId);
    if (calendar.archived) return;
    if (calendar.builtIn) throw conflict("calendars:error.builtIn");
    if (calendar.isDefault) throw conflict("calendars:error.archiveDefault");
    const uses = await listCalendarUses(ctx, [calendarId]);
    const named = uses.filter(({ name }) => name !== null);
    const names = named.slice(0, NAMED).map(({ name }) => name);
    if (named.length > NAMED) throw conflict("calendars:error.usedByMore", { names: names.join(", "), count: named.length - NAMED }); // prettier-ignore
    if (named.length) throw conflict("calendars:error.usedBy", { names: names.join(", ") });
    if (uses.length) throw conflict("calendars:error.usedByRules");
    await ctx.db.calendar.update({ where: { id: calendarId }, data: { archivedAt: ctx.now }, select: { id: true } });
    await recordEvent(ctx, "calendar.archived", {}, { calendarId });
  });
}
