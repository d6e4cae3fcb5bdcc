import { addVerifiedAddress } from "~/domain/identity/add-verified-address.server";
import { useOneTimeToken } from "~/domain/identity/use-one-time-token.server";
import { forbidden } from "~/lib/errors";
import { actorPersonId, type Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";

/**
 * Adds the address of an `addAddress` link to the account that asked for it. Only that account may use the link: else
 * a stranger could have somebody's address confirmed into the stranger's own account.
 */
export function confirmAddress(ctx: Ctx, token: string): Promise<{ address: string }> {
  return inTransaction(ctx, async (ctx) => {
    const { personId, address } = await useOneTimeToken(ctx, token, ["verify_address"]);
    if (!personId || personId !== actorPersonId(ctx)) throw forbidden();
    await addVerifiedAddress(ctx, personId, address);
    return { address };
  });
}
