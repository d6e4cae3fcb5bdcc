import type { Ctx } from "~/platform/ctx.server";

const BATCH = 1_000;

/**
 * Settles what opened answers came to, 24 hours after: `solved` when the reader said so, else `ticket` when one came from
 * that reader within the day, by whatever way, else `unasked`. What was typed is forgotten with it. Gives how many.
 */
export async function settleDeflections(ctx: Ctx): Promise<number> {
  let total = 0;
  for (;;) {
    const settled = await ctx.db.$executeRaw`
      update deflection d set settled_at = ${ctx.now}, query = '', outcome = case
        when d.solved_at is not null then 'solved'
        when d.ticket_at is not null or exists (
          select from ticket t where t.requester_id = d.person_id
            and t.public_at >= d.opened_at and t.created_at between d.opened_at and d.opened_at + interval '24 hours')
          then 'ticket'
        else 'unasked' end
      where d.id in (
        select id from deflection where settled_at is null and opened_at <= ${ctx.now}::timestamptz - interval '24 hours'
        order by opened_at limit ${BATCH} for update skip locked)`;
    total += settled;
    if (settled < BATCH) return total;
  }
}
