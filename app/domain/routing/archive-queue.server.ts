import { conflict, notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { assertAdministers } from "./policy";

/** Takes a queue out of every choice; its tickets and addresses stay and work on. One queue always remains. */
export function archiveQueue(ctx: Ctx, queueId: string): Promise<void> {
  assertAdministers(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const queues = await ctx.db.$queryRaw<{ id: string; archivedAt: Date | null }[]>`
      select id, archived_at as "archivedAt" from queue order by id for update`;
    const queue = queues.find(({ id }) => id === queueId);
    if (!queue) throw notFound();
    if (queue.archivedAt) return;
    if (queues.filter(({ archivedAt }) => !archivedAt).length === 1) throw conflict("tickets:error.lastQueue");
    await ctx.db.queue.updateMany({ where: { id: queueId }, data: { archivedAt: ctx.now } });
    await recordEvent(ctx, "queue.archived", {}, { queueId });
  });
}
