import { findOneTimeToken } from "~/domain/identity/find-one-time-token.server";
import { conflict } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { proveAddress } from "./internal/prove-address.server";

export type ConfirmedForm = {
  /** Also the id of the first message: a repeat opens no second ticket. */
  id: string;
  personId: string;
  form: Record<string, unknown>;
};

/**
 * The form that waits behind a link, with the person who proved its address by following it. The link stays good until
 * `takeGuestForm`, so that a failure between here and the ticket loses nothing.
 */
export function confirmGuestForm(ctx: Ctx, token: string): Promise<ConfirmedForm> {
  return inTransaction(ctx, async (ctx) => {
    const link = await findOneTimeToken(ctx, token);
    if (link?.purpose !== "confirm_ticket") throw conflict("identity:error.linkUsed");
    const name = typeof link.payload.name === "string" ? link.payload.name : undefined;
    const { personId } = await proveAddress(ctx, link.address, name);
    return { id: link.id, personId, form: link.payload };
  });
}
