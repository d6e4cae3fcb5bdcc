import { invalid } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";

/** Names are unique, also among archived calendars; call it under the lock. */
export async function assertNameFree(ctx: Ctx, name: string, calendarId?: string): Promise<void> {
  const taken = await ctx.db.calendar.findUnique({ where: { name }, select: { id: true } });
  if (taken && taken.id !== calendarId)
    throw invalid("common:error.checkFields", { name: "calendars:error.nameTaken" });
}
