import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";

/** Notes that an address was proven, in the caller's transaction. Repeating it changes nothing. */
export async function verifyAddress(ctx: Ctx, address: string): Promise<void> {
  const [row] = await ctx.db.emailAddress.updateManyAndReturn({
    where: { address, verifiedAt: null },
    data: { verifiedAt: ctx.now },
    select: { id: true, personId: true },
  });
  if (row) await recordEvent(ctx, "person.address_verified", { personId: row.personId }, { addressId: row.id });
}
