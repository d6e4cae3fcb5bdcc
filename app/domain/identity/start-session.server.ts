import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import type { SignInWay } from "./events";
import { lucia } from "./internal/lucia.server";

type NewSession = { personId: string; userAgent: string; way: SignInWay };

/**
 * Signs a person in whose identity was proven, with a session id of its own each time. Call it after the transaction
 * that made or changed the person. Returns the Set-Cookie value.
 */
export async function startSession(ctx: Ctx, { personId, userAgent, way }: NewSession): Promise<string> {
  const session = await lucia().createSession(personId, { ip: ctx.ip, userAgent: userAgent.slice(0, 400) });
  await inTransaction(ctx, (ctx) => recordEvent(ctx, "person.signed_in", { personId }, { way }));
  return lucia().createSessionCookie(session.id).serialize();
}
