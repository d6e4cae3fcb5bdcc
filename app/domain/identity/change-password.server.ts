import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { confirmPassword } from "./confirm-password.server";
import { assertOwnAccount } from "./policy";
import { revokeOtherSessions } from "./revoke-other-sessions.server";
import { hashNewPassword } from "./hash-new-password.server";
import { setPassword } from "./set-password.server";

type Input = { personId: string; current: string; password: string; sessionId: string };

/** Sets or changes one's own password; a present one must be named. Every other session ends. */
export async function changePassword(ctx: Ctx, { personId, current, password, sessionId }: Input): Promise<void> {
  assertOwnAccount(ctx.actor, personId);
  await confirmPassword(ctx, personId, current);
  const hashed = await hashNewPassword(password);
  await inTransaction(ctx, async (ctx) => {
    await setPassword(ctx, personId, hashed, "account");
    await revokeOtherSessions(ctx, personId, sessionId);
  });
}
