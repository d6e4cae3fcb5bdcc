import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import { lucia } from "./internal/lucia.server";
import { readSession } from "./read-session.server";

/** Ends the session of a Cookie header, if there is one, and returns the Set-Cookie value that clears it. */
export async function signOut(ctx: Ctx, cookieHeader: string | null): Promise<string> {
  const session = await readSession(cookieHeader);
  if (session) {
    await lucia().invalidateSession(session.sessionId);
    await inTransaction(ctx, (ctx) => recordEvent(ctx, "person.signed_out", { personId: session.person.id }, {}));
  }
  return lucia().createBlankSessionCookie().serialize();
}
