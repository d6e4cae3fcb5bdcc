import { newId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { touch } from "~/platform/live.server";

/** Tells agents, once, which other queues a ticket's mail was sent to as well; the ticket's own queue is left out. */
export async function noteQueues(ctx: Ctx, ticketId: string, queueIds: readonly string[]): Promise<void> {
  for (const queueId of new Set(queueIds)) {
    const noted = await ctx.db.$executeRaw`
      insert into ticket_banner (id, ticket_id, code, data, at)
      select ${newId(ctx.now.getTime())}::uuid, t.id, 'also_to_queue', jsonb_build_object('queueId', q.id, 'queue', q.name), ${ctx.now}
      from ticket t, queue q
      where t.id = ${ticketId}::uuid and q.id = ${queueId}::uuid and q.id <> t.queue_id and not exists (
        select 1 from ticket_banner b
        where b.ticket_id = t.id and b.code = 'also_to_queue' and b.data ->> 'queueId' = q.id::text)`;
    if (noted) touch(ctx, `ticket:${ticketId}`);
  }
}
