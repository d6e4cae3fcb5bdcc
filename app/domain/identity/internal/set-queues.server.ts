import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";

/** Makes a person a member of exactly these queues; unknown and archived ones are left out. */
export async function setQueues(ctx: Ctx, personId: string, queueIds: readonly string[]): Promise<void> {
  const [known, present] = await Promise.all([
    ctx.db.queue.findMany({ where: { id: { in: [...queueIds] }, archivedAt: null }, select: { id: true } }),
    ctx.db.queueMember.findMany({ where: { personId }, select: { queueId: true } }),
  ]);
  const wanted = new Set(known.map(({ id }) => id));
  const had = new Set(present.map(({ queueId }) => queueId));
  const added = [...wanted].filter((id) => !had.has(id));
  const removed = [...had].filter((id) => !wanted.has(id));
  if (!added.length && !removed.length) return;
  await ctx.db.queueMember.deleteMany({ where: { personId, queueId: { in: removed } } });
  await ctx.db.queueMember.createMany({ data: added.map((queueId) => ({ queueId, personId })), skipDuplicates: true });
  await recordEvent(ctx, "person.queues_changed", { personId }, { added, removed });
}
