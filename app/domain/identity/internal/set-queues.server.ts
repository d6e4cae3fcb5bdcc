import { invalid } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";

/** Makes a person a member of exactly these queues; unknown and archived ones are left out. What a team gives, only the team takes. */
export async function setQueues(ctx: Ctx, personId: string, queueIds: readonly string[]): Promise<void> {
  const [known, present] = await Promise.all([
    ctx.db.queue.findMany({ where: { id: { in: [...queueIds] }, archivedAt: null }, select: { id: true } }),
    ctx.db.queueMember.findMany({
      where: { personId },
      select: { queueId: true, viaTeam: true, queue: { select: { archivedAt: true } } },
    }),
  ]);
  const wanted = new Set(known.map(({ id }) => id));
  const had = new Set(present.map(({ queueId }) => queueId));
  const added = [...wanted].filter((id) => !had.has(id));
  const unwanted = present.filter(({ queueId }) => !wanted.has(queueId));
  if (unwanted.some(({ viaTeam, queue }) => viaTeam && !queue.archivedAt))
    throw invalid("common:error.checkFields", { queues: "agents:error.queueViaTeam" });
  const removed = unwanted.filter(({ viaTeam }) => !viaTeam).map(({ queueId }) => queueId);
  if (!added.length && !removed.length) return;
  await ctx.db.queueMember.deleteMany({ where: { personId, queueId: { in: removed } } });
  await ctx.db.queueMember.createMany({ data: added.map((queueId) => ({ queueId, personId })), skipDuplicates: true });
  await recordEvent(ctx, "person.queues_changed", { personId }, { added, removed });
}
