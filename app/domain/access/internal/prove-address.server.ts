import { findOrCreateContact } from "~/domain/customers/find-or-create-contact.server";
import { findPersonByAddress } from "~/domain/identity/find-person-by-address.server";
import { verifyAddress } from "~/domain/identity/verify-address.server";
import { conflict } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { markChanged } from "~/platform/search-changes.server";

/**
 * Who opened a link sent to this address is its owner: claims the person behind it, who may have been a stranger's mail
 * until now, or makes one. `name` is the owner's own word and replaces what a stranger's mail said.
 */
export async function proveAddress(ctx: Ctx, address: string, name?: string): Promise<{ personId: string }> {
  const before = await findPersonByAddress(ctx, address);
  if (before?.deactivated) throw conflict("identity:error.deactivated");
  const { personId } = await findOrCreateContact(ctx, { address, name, locale: ctx.locale });
  if (before && !before.verified && name) {
    await ctx.db.person.update({ where: { id: personId }, data: { name } });
    markChanged(ctx, "contact", personId);
  }
  await verifyAddress(ctx, address);
  return { personId };
}
