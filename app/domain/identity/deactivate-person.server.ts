import { conflict } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { touch } from "~/platform/live.server";
import { markChanged } from "~/platform/search-changes.server";
import { inTransaction } from "~/platform/transaction.server";
import { lockAdministrators, lockPerson } from "./internal/lock-person.server";
import { assertManagesPeople } from "./policy";

/** Shuts an account: sessions, links and API tokens end at once. The last active administrator stays. */
export async function deactivatePerson(ctx: Ctx, personId: string): Promise<void> {
  assertManagesPeople(ctx.actor);
  await inTransaction(ctx, async (ctx) => {
    const administrators = await lockAdministrators(ctx);
    const person = await lockPerson(ctx, personId);
    if (person.deactivatedAt) return;
    if (administrators.length === 1 && administrators[0] === personId)
      throw conflict("identity:error.lastAdministrator");
    await ctx.db.person.update({ where: { id: personId }, data: { deactivatedAt: ctx.now } });
    await ctx.db.session.deleteMany({ where: { personId } });
    await ctx.db.oneTimeToken.deleteMany({ where: { personId, usedAt: null } });
    await ctx.db.apiToken.updateMany({ where: { personId, revokedAt: null }, data: { revokedAt: ctx.now } });
    await recordEvent(ctx, "person.deactivated", { personId }, {});
    markChanged(ctx, "contact", personId);
    touch(ctx, `person:${personId}`);
  });
}
