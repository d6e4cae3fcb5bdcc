import { assertManagesPeople } from "~/domain/identity/policy";
import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";

/** Takes an unanswered invitation back; its link stops working. */
export async function withdrawInvitation(ctx: Ctx, invitationId: string): Promise<void> {
  assertManagesPeople(ctx.actor);
  await inTransaction(ctx, async (ctx) => {
    const { count } = await ctx.db.oneTimeToken.deleteMany({
      where: { id: invitationId, purpose: "invitation", usedAt: null },
    });
    if (!count) throw notFound();
    await recordEvent(ctx, "person.invitation_withdrawn", {}, { tokenId: invitationId });
  });
}
