import { conflict, notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { markChanged } from "~/platform/search-changes.server";
import { inTransaction } from "~/platform/transaction.server";
import { lockPerson } from "./internal/lock-person.server";
import { assertOwnAccount } from "./policy";

/** Makes a verified address the one that mails go to. */
export async function makeAddressPrimary(ctx: Ctx, personId: string, addressId: string): Promise<void> {
  assertOwnAccount(ctx.actor, personId);
  await inTransaction(ctx, async (ctx) => {
    await lockPerson(ctx, personId);
    const address = await ctx.db.emailAddress.findFirst({ where: { id: addressId, personId } });
    if (!address) throw notFound();
    if (!address.verifiedAt) throw conflict("identity:error.addressUnverified");
    if (address.primary) return;
    await ctx.db.emailAddress.updateMany({ where: { personId, primary: true }, data: { primary: false } });
    await ctx.db.emailAddress.update({ where: { id: addressId }, data: { primary: true } });
    await recordEvent(ctx, "person.primary_address_changed", { personId }, { addressId });
    markChanged(ctx, "contact", personId);
  });
}
