import { assertManagesPeople } from "~/domain/identity/policy";
import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { invitePerson } from "./invite-person.server";
import { invitationPayload } from "./invitation";

/** Sends an unanswered invitation again with a new link and seven new days; the old link stops working. */
export async function resendInvitation(ctx: Ctx, invitationId: string): Promise<{ address: string }> {
  assertManagesPeople(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const row = await ctx.db.oneTimeToken.findFirst({
      where: { id: invitationId, purpose: "invitation", usedAt: null },
    });
    if (!row) throw notFound();
    const { role, queueIds } = invitationPayload.parse(row.payload);
    await invitePerson(ctx, { address: row.address, role, queueIds });
    return { address: row.address };
  });
}
