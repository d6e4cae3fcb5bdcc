import { conflict, notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { markChanged } from "~/platform/search-changes.server";
import { inTransaction } from "~/platform/transaction.server";
import { lockPerson } from "./internal/lock-person.server";
import { assertOwnAccount } from "./policy";

/** Takes an address other than the main one off the account; links mailed to it stop working. */
export async function removeAddress(ctx: Ctx, personId: string, addressId: string): Promise<void> {
  assertOwnAccount(ctx.actor, personId);
  await inTransaction(ctx, async (ctx) => {
    await lockPerson(ctx, personId);
    const address = await ctx.db.emailAddress.findFirst({ where: { id: addressId, personId } });
    if (!address) throw notFound();
    if (address.primary) throw conflict("identity:error.primaryAddress");
    await ctx.db.emailAddress.delete({ where: { id: addressId } });
    await ctx.db.oneTimeToken.deleteMany({ where: { personId, address: address.address, usedAt: null } });
    await recordEvent(ctx, "person.address_removed", { personId }, { addressId });
    markChanged(ctx, "contact", personId);
  });
}
