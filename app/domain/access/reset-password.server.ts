import { revokeAllSessions } from "~/domain/identity/revoke-all-sessions.server";
import { hashNewPassword } from "~/domain/identity/hash-new-password.server";
import { setPassword } from "~/domain/identity/set-password.server";
import { startSession } from "~/domain/identity/start-session.server";
import { useOneTimeToken } from "~/domain/identity/use-one-time-token.server";
import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { proveAddress } from "./internal/prove-address.server";

type Input = { token: string; password: string; userAgent: string };

/** Uses a password link up: sets the password, ends every session and other password link, signs in here. */
export async function resetPassword(
  ctx: Ctx,
  { token, password, userAgent }: Input,
): Promise<{ personId: string; setCookie: string }> {
  const hashed = await hashNewPassword(password);
  const { personId } = await inTransaction(ctx, async (ctx) => {
    const { address } = await useOneTimeToken(ctx, token, ["password_reset"]);
    const { personId } = await proveAddress(ctx, address);
    await setPassword(ctx, personId, hashed, "password_reset");
    await revokeAllSessions(ctx, personId);
    await ctx.db.oneTimeToken.deleteMany({ where: { personId, purpose: "password_reset", usedAt: null } });
    return { personId };
  });
  return { personId, setCookie: await startSession(ctx, { personId, userAgent, way: "password_reset" }) };
}
