import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import { assertOwnAccount } from "./policy";

/** Ends one of a person's sessions, by the id that `listSessions` gives; its cookie stops working at once. */
export async function revokeSession(ctx: Ctx, personId: string, sessionId: string): Promise<void> {
  assertOwnAccount(ctx.actor, personId);
  await inTransaction(ctx, async (ctx) => {
    const { count } = await ctx.db.session.deleteMany({ where: { id: sessionId, personId } });
    if (!count) throw notFound();
    await recordEvent(ctx, "person.session_revoked", { personId }, { others: false, count });
  });
}
