import { assertOwnAccount } from "~/domain/identity/policy";
import { isStaff } from "~/domain/identity/session-person";
import type { Ctx, Role } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { kindsOf } from "./preference-kinds";

type Input = { mail: readonly string[]; screen: readonly string[] };

/** Sets all of one's own switches: those named are on, the others off. Customers have no marks on the screen to switch. */
export async function changePreferences(ctx: Ctx, person: { id: string; role: Role }, input: Input): Promise<void> {
  assertOwnAccount(ctx.actor, person.id);
  const staff = isStaff(person.role);
  await inTransaction(ctx, async (ctx) => {
    for (const kind of kindsOf(person.role)) {
      const switches = { mail: input.mail.includes(kind), screen: staff ? input.screen.includes(kind) : true };
      await ctx.db.notificationPreference.upsert({
        where: { personId_kind: { personId: person.id, kind } },
        create: { personId: person.id, kind, ...switches },
        update: switches,
      });
    }
  });
}
