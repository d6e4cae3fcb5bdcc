import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import { hashSessionId } from "./internal/session-adapter.server";
import { assertOwnAccount } from "./policy";

/** Ends all of a person's sessions but the one whose cookie is given (none is kept without one). Returns how many. */
export async function revokeOtherSessions(ctx: Ctx, personId: string, currentCookie: string | null): Promise<number> {
  assertOwnAccount(ctx.actor, personId);
  return inTransaction(ctx, async (ctx) => {
    const { count } = await ctx.db.session.deleteMany({
      where: { personId, id: currentCookie ? { not: hashSessionId(currentCookie) } : undefined },
    });
    if (count) await recordEvent(ctx, "person.session_revoked", { personId }, { others: true, count });
    return count;
  });
}
