import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { markChanged } from "~/platform/search-changes.server";
import { inTransaction } from "~/platform/transaction.server";
import { assertManagesPeople } from "./policy";

/** Opens a deactivated account again; what ended with it does not come back. */
export async function activatePerson(ctx: Ctx, personId: string): Promise<void> {
  assertManagesPeople(ctx.actor);
  await inTransaction(ctx, async (ctx) => {
    const { count } = await ctx.db.person.updateMany({
      where: { id: personId, deactivatedAt: { not: null } },
      data: { deactivatedAt: null },
    });
    if (!count) return;
    await recordEvent(ctx, "person.activated", { personId }, {});
    markChanged(ctx, "contact", personId);
  });
}
