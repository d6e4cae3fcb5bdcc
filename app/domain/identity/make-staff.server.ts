import { conflict } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { markChanged } from "~/platform/search-changes.server";
import { inTransaction } from "~/platform/transaction.server";
import { findOrCreatePerson } from "./find-or-create-person.server";
import { lockPerson } from "./internal/lock-person.server";
import { setQueues } from "./internal/set-queues.server";
import type { StaffRole } from "./schema";
import { verifyAddress } from "./verify-address.server";

type Input = { address: string; name: string; role: StaffRole; queueIds: readonly string[] };

/**
 * Makes the owner of a proven address (in normal form) a member of staff, new or a customer until now. The caller has
 * checked that an administrator wants it: the command line, or an invitation's link.
 */
export function makeStaff(ctx: Ctx, { address, name, role, queueIds }: Input): Promise<{ personId: string }> {
  return inTransaction(ctx, async (ctx) => {
    const { personId } = await findOrCreatePerson(ctx, { address, name, locale: null });
    const person = await lockPerson(ctx, personId);
    if (person.deactivatedAt) throw conflict("identity:error.deactivated");
    await ctx.db.person.update({ where: { id: personId }, data: { role, name: name || undefined } });
    await verifyAddress(ctx, address);
    await recordEvent(ctx, "person.joined", { personId }, { role });
    if (person.role !== role)
      await recordEvent(ctx, "person.role_changed", { personId }, { from: person.role, to: role });
    await ctx.db.agentProfile.createMany({ data: [{ personId, presenceAt: ctx.now }], skipDuplicates: true });
    await setQueues(ctx, personId, queueIds);
    markChanged(ctx, "contact", personId);
    return { personId };
  });
}
