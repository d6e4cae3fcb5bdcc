import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import { assertOwnAccount } from "./policy";

/** Ends a token; the next call with it is refused. */
export async function revokeApiToken(ctx: Ctx, personId: string, tokenId: string): Promise<void> {
  assertOwnAccount(ctx.actor, personId);
  await inTransaction(ctx, async (ctx) => {
    const { count } = await ctx.db.apiToken.updateMany({
      where: { id: tokenId, personId, revokedAt: null },
      data: { revokedAt: ctx.now },
    });
    if (!count) throw notFound();
    await recordEvent(ctx, "person.token_revoked", { personId }, { tokenId });
  });
}
