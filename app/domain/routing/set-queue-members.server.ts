import { invalid, notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { touch } from "~/platform/live.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { assertAdministers } from "./policy";
import { wakeQueues } from "./wake-queues.server";

export type Member = {
  personId: string;
  /** Takes part in automatic assignment. */
  assignable: boolean;
};

/**
 * Who works in the queue, all of them; who stays keeps the place in the turn. Whom the queue's team gives, only the team
 * takes: leaving them out is refused.
 */
export function setQueueMembers(ctx: Ctx, queueId: string, members: readonly Member[]): Promise<void> {
  assertAdministers(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const [queue] = await ctx.db.$queryRaw<{ id: string }[]>`
      select id from queue where id = ${queueId}::uuid for no key update`;
    if (!queue) throw notFound();
    const wanted = [...new Map(members.map((member) => [member.personId, member])).values()];
    const before = await ctx.db.queueMember.findMany({ where: { queueId }, select: { personId: true } });
    const added = wanted.filter(({ personId }) => !before.some((was) => was.personId === personId));
    const team = await ctx.db.$queryRaw<{ personId: string }[]>`
      select m.person_id as "personId" from team_member m join queue q on q.team_id = m.team_id where q.id = ${queueId}::uuid`;
    if (team.some(({ personId }) => !wanted.some((member) => member.personId === personId)))
      throw invalid("common:error.checkFields", { members: "agents:error.memberViaTeam" });
    const removed = before.filter((was) => !wanted.some(({ personId }) => personId === was.personId));
    const staff = await ctx.db.person.count({
      where: { id: { in: added.map((m) => m.personId) }, role: { not: "customer" }, deactivatedAt: null },
    });
    if (staff !== added.length) throw invalid("common:error.checkFields", { members: "tickets:error.member" });

    await ctx.db.queueMember.deleteMany({ where: { queueId, personId: { in: removed.map((m) => m.personId) } } });
    await ctx.db.$executeRaw`
      insert into queue_member (queue_id, person_id, assignable)
      select ${queueId}::uuid, m.id, m.assignable
      from unnest(${wanted.map((m) => m.personId)}::uuid[], ${wanted.map((m) => m.assignable)}::boolean[]) m (id, assignable)
      on conflict (queue_id, person_id) do update set assignable = excluded.assignable`;
    await wakeQueues(ctx, { queueIds: [queueId] });
    const ids = (list: readonly { personId: string }[]) => list.map(({ personId }) => personId);
    await recordEvent(ctx, "queue.members_changed", {}, { queueId, added: ids(added), removed: ids(removed) });
    touch(ctx, `queue:${queueId}`, ...[...ids(added), ...ids(removed)].map((id) => `person:${id}`));
  });
}
