import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";

/** Ends every session of a person in the caller's transaction; the caller has proven who asks. */
export async function revokeAllSessions(ctx: Ctx, personId: string): Promise<void> {
  const { count } = await ctx.db.session.deleteMany({ where: { personId } });
  if (count) await recordEvent(ctx, "person.session_revoked", { personId }, { others: true, count });
}
