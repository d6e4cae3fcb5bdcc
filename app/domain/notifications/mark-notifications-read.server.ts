import { forbidden } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { touch } from "~/platform/live.server";
import { inTransaction } from "~/platform/transaction.server";

/** Marks the actor's own notifications read: those named, or all. */
export function markNotificationsRead(ctx: Ctx, which: readonly string[] | "all"): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== "person") throw forbidden();
  const { personId } = actor;
  return inTransaction(ctx, async (ctx) => {
    const ids = which === "all" ? {} : { id: { in: [...which] } };
    await ctx.db.notification.updateMany({ where: { personId, readAt: null, ...ids }, data: { readAt: ctx.now } });
    touch(ctx, `person:${personId}`);
  });
}
