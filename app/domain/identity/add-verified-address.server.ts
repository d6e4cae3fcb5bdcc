import { conflict } from "~/lib/errors";
import { newId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { markChanged } from "~/platform/search-changes.server";
import { lockPerson } from "./internal/lock-person.server";
import { verifyAddress } from "./verify-address.server";

/** Adds a proven address (in normal form) to a person in the caller's transaction; one that another person has is refused. */
export async function addVerifiedAddress(ctx: Ctx, personId: string, address: string): Promise<void> {
  await lockPerson(ctx, personId);
  const isFirst = !(await ctx.db.emailAddress.count({ where: { personId } }));
  const id = newId(ctx.now.getTime());
  const added = await ctx.db.emailAddress.createMany({
    data: [{ id, personId, address, primary: isFirst, verifiedAt: ctx.now, createdAt: ctx.now }],
    skipDuplicates: true,
  });
  if (added.count) {
    await recordEvent(ctx, "person.address_added", { personId }, { addressId: id });
    markChanged(ctx, "contact", personId);
    return;
  }
  const owner = await ctx.db.emailAddress.findUnique({ where: { address }, select: { personId: true } });
  if (owner?.personId !== personId) throw conflict("identity:error.addressTaken", { address });
  await verifyAddress(ctx, address);
}
