import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import { confirmPassword } from "./confirm-password.server";
import { assertOwnAccount } from "./policy";

/** Leaves one's account with sign-in by mailed link only. */
export async function removePassword(ctx: Ctx, input: { personId: string; current: string }): Promise<void> {
  const { personId, current } = input;
  assertOwnAccount(ctx.actor, personId);
  await confirmPassword(ctx, personId, current);
  await inTransaction(ctx, async (ctx) => {
    const { count } = await ctx.db.credential.deleteMany({ where: { personId } });
    if (count) await recordEvent(ctx, "person.password_removed", { personId }, {});
  });
}
