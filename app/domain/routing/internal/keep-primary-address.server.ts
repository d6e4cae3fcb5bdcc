import type { Ctx } from "~/platform/ctx.server";

/** A queue without a primary address takes the first of its own that is no pattern; the caller holds the queue. */
export async function keepPrimaryAddress(ctx: Ctx, queueId: string): Promise<void> {
  await ctx.db.$executeRaw`
    update queue_address set "primary" = true
    where address = (select min(address) from queue_address
        where queue_id = ${queueId}::uuid and position('*' in address) = 0)
      and not exists (select 1 from queue_address where queue_id = ${queueId}::uuid and "primary")`;
}
