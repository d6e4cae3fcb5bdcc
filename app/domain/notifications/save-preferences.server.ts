import { forbidden } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { AGENT_KINDS, CUSTOMER_KINDS, type Switches } from "./schema";

/** Moves the actor's own switches; kinds of the other role are left out. */
export function savePreferences(ctx: Ctx, switches: readonly Switches[]): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== "person") throw forbidden();
  const { personId, role } = actor;
  const kinds: readonly string[] = role === "customer" ? CUSTOMER_KINDS : AGENT_KINDS;
  return inTransaction(ctx, async (ctx) => {
    for (const { kind, screen, mail } of switches.filter((s) => kinds.includes(s.kind)))
      await ctx.db.notificationPreference.upsert({
        where: { personId_kind: { personId, kind } },
        create: { personId, kind, screen, mail },
        update: { screen, mail },
      });
  });
}
