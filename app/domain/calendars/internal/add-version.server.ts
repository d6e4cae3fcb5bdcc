import { newId } from "~/lib/id";
import { actorPersonId, type Ctx } from "~/platform/ctx.server";
import type { StoredRules } from "../stored-rules";

/** Writes what a calendar says from now on; versions are never changed. */
export async function addVersion(ctx: Ctx, calendarId: string, version: number, rules: StoredRules): Promise<void> {
  await ctx.db.calendarVersion.create({
    data: { id: newId(ctx.now.getTime()), calendarId, version, rules, at: ctx.now, byId: actorPersonId(ctx) },
    select: { id: true },
  });
}
