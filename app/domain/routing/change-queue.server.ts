import { invalid, notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { assertAdministers } from "./policy";
import type { QueueForm } from "./schema";

/** Renames a queue or changes how it works; what is absent stays. */
export function changeQueue(ctx: Ctx, queueId: string, form: Partial<QueueForm>): Promise<void> {
  assertAdministers(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const queues = await ctx.db.$queryRaw<{ id: string; name: string }[]>`
      select id, name from queue where id = ${queueId}::uuid or name = ${form.name ?? null} order by id for update`;
    if (!queues.some(({ id }) => id === queueId)) throw notFound();
    if (form.name !== undefined && queues.some((queue) => queue.id !== queueId && queue.name === form.name))
      throw invalid("common:error.checkFields", { name: "tickets:error.queueName" });
    await ctx.db.queue.updateMany({ where: { id: queueId }, data: form });
    await recordEvent(ctx, "queue.changed", {}, { queueId, fields: Object.keys(form) });
  });
}
