import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { assertAdministers } from "./policy";

/** Offers an archived queue again. */
export function restoreQueue(ctx: Ctx, queueId: string): Promise<void> {
  assertAdministers(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const { count } = await ctx.db.queue.updateMany({
      where: { id: queueId, archivedAt: { not: null } },
      data: { archivedAt: null },
    });
    if (count) await recordEvent(ctx, "queue.restored", {}, { queueId });
  });
}
