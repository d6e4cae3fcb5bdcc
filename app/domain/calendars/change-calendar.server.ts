import { isDeepStrictEqual } from "node:util";
import { conflict } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { addVersion } from "./internal/add-version.server";
import { assertNameFree } from "./internal/assert-name-free.server";
import { lockCalendar } from "./internal/lock-calendars.server";
import { assertKeepsCalendars } from "./policy";
import { storedRules, type CalendarForm } from "./stored-rules";

type Change = CalendarForm & { /** the version that the change was made from */ seen: number };

/**
 * Saves a new version of a calendar. A version saved by somebody else in between is a conflict, the built-in calendar
 * cannot be changed, and what changes nothing makes no version. Gives the version that is there afterwards.
 */
export function changeCalendar(
  ctx: Ctx,
  calendarId: string,
  { name, rules, seen }: Change,
): Promise<{ version: number }> {
  assertKeepsCalendars(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const calendar = await lockCalendar(ctx, calendarId);
    if (calendar.builtIn) throw conflict("calendars:error.builtIn");
    if (calendar.version !== seen) throw conflict("calendars:error.changedMeanwhile", { version: calendar.version });
    await assertNameFree(ctx, name, calendarId);
    const newest = await ctx.db.calendarVersion.findUniqueOrThrow({
      where: { calendarId_version: { calendarId, version: seen } },
      select: { rules: true },
    });
    if (name === calendar.name && isDeepStrictEqual(storedRules.parse(newest.rules), rules)) return { version: seen };
    const version = seen + 1;
    await ctx.db.calendar.update({ where: { id: calendarId }, data: { name, version }, select: { id: true } });
    await addVersion(ctx, calendarId, version, rules);
    await recordEvent(ctx, "calendar.changed", {}, { calendarId });
    return { version };
  });
}
