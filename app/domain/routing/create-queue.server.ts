import { invalid } from "~/lib/errors";
import { assertKnownVariables } from "~/lib/known-variables";
import { newId } from "~/lib/id";
import { SIGNATURE_VARIABLES } from "~/lib/signature-words";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { checkQueueTeam, followQueueTeam } from "./internal/queue-team.server";
import { assertAdministers } from "./policy";
import type { QueueForm } from "./schema";

/** A new queue, last in the list. Names are unique, also among archived ones. */
export function createQueue(ctx: Ctx, form: QueueForm): Promise<{ queueId: string }> {
  assertAdministers(ctx.actor);
  assertKnownVariables({ signature: form.signature }, SIGNATURE_VARIABLES);
  return inTransaction(ctx, async (ctx) => {
    await checkQueueTeam(ctx, form.teamId);
    const queueId = newId(ctx.now.getTime());
    const { _max } = await ctx.db.queue.aggregate({ _max: { position: true } });
    const { count } = await ctx.db.queue.createMany({
      data: [{ id: queueId, position: (_max.position ?? 0) + 1, ...form }],
      skipDuplicates: true,
    });
    if (!count) throw invalid("common:error.checkFields", { name: "tickets:error.queueName" });
    await followQueueTeam(ctx, queueId, form.teamId);
    await recordEvent(ctx, "queue.created", {}, { queueId });
    return { queueId };
  });
}
