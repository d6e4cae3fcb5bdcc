import { findPersonByAddress } from "~/domain/identity/find-person-by-address.server";
import { makeStaff } from "~/domain/identity/make-staff.server";
import { isStaff } from "~/domain/identity/session-person";
import { hashNewPassword } from "~/domain/identity/hash-new-password.server";
import { setPassword } from "~/domain/identity/set-password.server";
import { startSession } from "~/domain/identity/start-session.server";
import { useOneTimeToken } from "~/domain/identity/use-one-time-token.server";
import { conflict } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { invitationPayload } from "./invitation";

type Input = { token: string; name: string; password: string; userAgent: string };

/** Uses an invitation up: its address becomes staff with the invited role and queues, and is signed in. */
export async function acceptInvitation(ctx: Ctx, input: Input): Promise<{ personId: string; setCookie: string }> {
  const { token, name, password, userAgent } = input;
  const hashed = await hashNewPassword(password);
  const { personId } = await inTransaction(ctx, async (ctx) => {
    const { address, payload } = await useOneTimeToken(ctx, token, ["invitation"]);
    const known = await findPersonByAddress(ctx, address);
    if (known && isStaff(known.role)) throw conflict("identity:error.alreadyStaff", { name: known.name });
    const { role, queueIds } = invitationPayload.parse(payload);
    const { personId } = await makeStaff(ctx, { address, name, role, queueIds });
    await setPassword(ctx, personId, hashed, "invitation");
    return { personId };
  });
  return { personId, setCookie: await startSession(ctx, { personId, userAgent, way: "invitation" }) };
}
