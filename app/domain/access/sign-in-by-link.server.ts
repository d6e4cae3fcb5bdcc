import { startSession } from "~/domain/identity/start-session.server";
import { useOneTimeToken } from "~/domain/identity/use-one-time-token.server";
import { forbidden } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import { proveAddress } from "./internal/prove-address.server";

export type SignedIn = { personId: string; setCookie: string; to: string | null; signedUp: boolean };

/** Uses a sign-in or sign-up link up: proves its address, claims or makes the person, signs in. */
export async function signInByLink(ctx: Ctx, input: { token: string; userAgent: string }): Promise<SignedIn> {
  const { token, userAgent } = input;
  const used = await inTransaction(ctx, async (ctx) => {
    const link = await useOneTimeToken(ctx, token, ["sign_in", "verify_address"]);
    // Such a link adds an address to an account and signs nobody in.
    if (link.purpose === "verify_address" && link.personId) throw forbidden();
    const signedUp = link.purpose === "verify_address";
    const name = typeof link.payload.name === "string" ? link.payload.name : undefined;
    const { personId } = await proveAddress(ctx, link.address, name);
    if (signedUp) await recordEvent(ctx, "person.signed_up", { personId }, {});
    return { personId, signedUp, to: typeof link.payload.to === "string" ? link.payload.to : null };
  });
  return { ...used, setCookie: await startSession(ctx, { personId: used.personId, userAgent, way: "link" }) };
}
