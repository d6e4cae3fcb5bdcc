import { invalid, notFound } from "~/lib/errors";
import { assertKnownVariables } from "~/lib/known-variables";
import { SIGNATURE_VARIABLES } from "~/lib/signature-words";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { checkQueueTeam, followQueueTeam } from "./internal/queue-team.server";
import { assertAdministers } from "./policy";
import type { QueueForm } from "./schema";
import { wakeQueues } from "./wake-queues.server";

/** Renames a queue or changes how it works; what is absent stays. The members follow a change of team. */
export function changeQueue(ctx: Ctx, queueId: string, form: Partial<QueueForm>): Promise<void> {
  assertAdministers(ctx.actor);
  assertKnownVariables({ signature: form.signature }, SIGNATURE_VARIABLES);
  return inTransaction(ctx, async (ctx) => {
    const queues = await ctx.db.$queryRaw<{ id: string; name: string; teamId: string | null }[]>`
      select id, name, team_id as "teamId" from queue where id = ${queueId}::uuid or name = ${form.name ?? null} order by id for update`;
    const before = queues.find(({ id }) => id === queueId);
    if (!before) throw notFound();
    if (form.name !== undefined && queues.some((queue) => queue.id !== queueId && queue.name === form.name))
      throw invalid("common:error.checkFields", { name: "tickets:error.queueName" });
    const { teamId } = form;
    if (teamId !== undefined && teamId !== before.teamId) await checkQueueTeam(ctx, teamId);
    await ctx.db.queue.updateMany({ where: { id: queueId }, data: form });
    if (teamId !== undefined && teamId !== before.teamId) await followQueueTeam(ctx, queueId, teamId);
    await recordEvent(ctx, "queue.changed", {}, { queueId, fields: Object.keys(form) });
    await wakeQueues(ctx, { queueIds: [queueId] });
  });
}
