import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { moveBy } from "./internal/move-by";
import { assertAdministers } from "./policy";

/** Moves a queue one place up (-1) or down (1) among those in use; nothing happens at either end. */
export function moveQueue(ctx: Ctx, queueId: string, by: -1 | 1): Promise<void> {
  assertAdministers(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    await ctx.db.$queryRaw`select id from queue order by id for no key update`;
    const queues = await ctx.db.queue.findMany({
      where: { OR: [{ archivedAt: null }, { id: queueId }] },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      select: { id: true },
    });
    const before = queues.map(({ id }) => id);
    if (!before.includes(queueId)) throw notFound();
    const after = moveBy(before, queueId, by);
    if (!after) return;
    await ctx.db.$executeRaw`
      update queue set position = listed.position from unnest(${after}::uuid[]) with ordinality listed (id, position)
      where queue.id = listed.id and queue.position <> listed.position`;
    await recordEvent(ctx, "queue.changed", {}, { queueId, fields: ["position"] });
  });
}
