import { conflict, invalid } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import { touch } from "~/platform/live.server";
import { lockAdministrators, lockPerson } from "./internal/lock-person.server";
import { setQueues } from "./internal/set-queues.server";
import { assertManagesPeople } from "./policy";
import type { StaffRole } from "./schema";
import { isStaff } from "./session-person";

type Input = { personId: string; role: StaffRole; queueIds: readonly string[] };

/** Sets a colleague's role and queues. The last active administrator stays one. */
export async function changeMember(ctx: Ctx, { personId, role, queueIds }: Input): Promise<void> {
  assertManagesPeople(ctx.actor);
  await inTransaction(ctx, async (ctx) => {
    const administrators = await lockAdministrators(ctx);
    const person = await lockPerson(ctx, personId);
    if (!isStaff(person.role)) throw invalid("identity:error.notStaff");
    if (person.role !== role) {
      const isLast = administrators.length === 1 && administrators[0] === personId;
      if (isLast) throw conflict("identity:error.lastAdministrator");
      await ctx.db.person.update({ where: { id: personId }, data: { role } });
      await recordEvent(ctx, "person.role_changed", { personId }, { from: person.role, to: role });
    }
    await setQueues(ctx, personId, queueIds);
    touch(ctx, `person:${personId}`);
  });
}
