import { startSession } from "~/domain/identity/start-session.server";
import { useOneTimeToken } from "~/domain/identity/use-one-time-token.server";
import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";

type Input = { token: string; personId: string; userAgent: string };

/** Uses a ticket link up after its ticket was opened, and signs the owner of its address in. Returns the Set-Cookie value. */
export async function takeGuestForm(ctx: Ctx, { token, personId, userAgent }: Input): Promise<string> {
  await inTransaction(ctx, (ctx) => useOneTimeToken(ctx, token, ["confirm_ticket"]));
  return startSession(ctx, { personId, userAgent, way: "link" });
}
